"""`qyzmet`: one file a command group; this one is the table of contents."""

from pathlib import Path

import click

from services.cli.agency import agency
from services.cli.backup import backup_, restore
from services.cli.case import case
from services.cli.common import DEFAULT_HOME
from services.cli.demo import demo
from services.cli.disclose import disclose
from services.cli.do import do
from services.cli.due import due
from services.cli.erase import erase
from services.cli.event import event
from services.cli.explain import explain
from services.cli.findings import findings
from services.cli.importing import import_
from services.cli.keys import keys
from services.cli.lane_files import check_lane, lane_file
from services.cli.lanes import lanes
from services.cli.retry import retry
from services.cli.sealed import read
from services.cli.serve import serve_
from services.cli.todo import todo
from services.cli.topics import topics
from services.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_HOME,
    envvar="QYZMET_HOME",
    show_default=True,
    help="The folder that holds the realm: its lanes, keys and ledger.",
)
@click.version_option(package_name="qyzmet")
@click.pass_context
def main(context: click.Context, home: Path) -> None:
    """Public services as signed events: replay any case, as known on any date, with the proof.

    Start with `qyzmet demo`. Then look at a finding (`findings`, `explain`), at a case (`case`),
    at the lanes and their proofs (`lanes`, `verify`), or count a term (`due`).
    """
    context.obj = home


for command in (
    demo,
    import_,
    case,
    findings,
    explain,
    event,
    todo,
    lanes,
    verify,
    lane_file,
    check_lane,
    do,
    due,
    disclose,
    read,
    erase,
    keys,
    serve_,
    topics,
    agency,
    backup_,
    restore,
    retry,
):
    main.add_command(command)


if __name__ == "__main__":
    main()
