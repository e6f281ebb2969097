"""`qyzmet backup` and `qyzmet restore`: lanes kept elsewhere, and put back so that none forks."""

from collections.abc import Sequence
from pathlib import Path

import click

from services.backing_up import BackupRefused, Manifest, back_up
from services.cli.common import AS_JSON, Said, home_of, in_words, line, writing
from services.home import Home
from services.restored import NotCaughtUp, is_restored, unmark
from services.restoring import Backup, Here, put_back

FOLDER = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
LANES = click.argument("lanes", metavar="[LANE]...", nargs=-1)


@click.command("backup")
@FOLDER
@LANES
@click.option(
    "--with-keys",
    is_flag=True,
    help="Also signing keys, secrets and passwords: who holds them speaks as the lane.",
)
@AS_JSON
@click.pass_context
@in_words
def backup_(
    context: click.Context, folder: Path, lanes: Sequence[str], *, with_keys: bool, as_json: bool
) -> None:
    """Copy LANEs, or all that run in the home, into DIR, which is absent or empty.

    It works beside a process that serves them. Each copy is checked against what its lane has
    signed; DIR is written whole or not at all. Keys of personal data are never copied: what was
    erased would come back. A holder's register beside a provider's lane is not copied either.
    """
    home = Home(home_of(context))
    try:
        manifest = back_up(home, folder, _named(lanes, home.lanes, "home"), with_keys=with_keys)
    except BackupRefused as refused:
        raise Said(str(refused)) from refused
    if as_json:
        line(manifest)
    else:
        _say(folder, manifest)


def _say(folder: Path, manifest: Manifest) -> None:
    for one in manifest.lanes:
        click.echo(f"{one.lane:32} {one.size:>7}  {one.root}")
    count = len(manifest.lanes)
    click.echo(f"{count} lane{'' if count == 1 else 's'} of {manifest.realm} copied to {folder}")
    if manifest.with_keys:
        click.echo("with keys and passwords: whoever reads the folder speaks as these lanes")
    else:
        click.echo("without keys: keep the key files elsewhere, no lane goes on without its own")


@click.command("restore")
@FOLDER
@LANES
@click.option(
    "--lane-file",
    "file",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    help="What readers hold of the one LANE, as the authority's `qyzmet lane-file LANE` writes it.",
)
@click.option(
    "--nothing-shipped",
    is_flag=True,
    help="You state that no reader holds more of the lanes than the backup.",
)
@click.pass_context
@in_words
def restore(
    context: click.Context,
    folder: Path,
    lanes: Sequence[str],
    *,
    file: Path | None,
    nothing_shipped: bool,
) -> None:
    """Put LANEs, or all of the backup in DIR, back into the home, and let them catch up.

    A lane that goes further than the backup stays as it is. A restored lane opens for nothing
    before it has read what its readers hold: over the broker, where the lane has access to one,
    else from --lane-file. Run it again, and it goes on.
    """
    path = writing(context)
    try:
        backup = Backup(folder)
        named = _named(lanes, backup.lanes, "backup")
        if file is not None and (nothing_shipped or len(named) != 1):
            raise Said("--lane-file goes with one LANE, and not with --nothing-shipped")
        home = backup.home_at(path)
        for lane in named:
            click.echo(_in_place(lane, put_back(backup, home, lane), backup.told(lane).size))
    except BackupRefused as refused:
        raise Said(str(refused)) from refused
    waiting = [lane for lane in named if is_restored(home.home, lane)]
    for lane in waiting:
        click.echo(f"{lane}: {_caught_up(home, lane, file, nothing_shipped=nothing_shipped)}")


def _in_place(lane: str, here: Here, size: int) -> str:
    if here is Here.WHOLE:
        return f"{lane}: the lane here {here}, {size} events"
    return f"{lane}: {size} events put in place; the lane {here}"


def _caught_up(home: Home, lane: str, file: Path | None, *, nothing_shipped: bool) -> str:
    """Have a lane catch up the way that was named, else over the broker; say what it read.

    Raises:
        NotCaughtUp: there is no way, or it does not do.
    """
    if nothing_shipped:
        unmark(home.home, lane)
        return "as you state, no reader holds more; it may be opened"
    from events.log.adapters.local import lane_file_records  # noqa: PLC0415 -- these come with
    from events.log.kafka.access import lane_access_file  # noqa: PLC0415 -- the broker's client,
    from services.serving.catching_up import (  # noqa: PLC0415 -- which takes 0.3 s
        catch_up_from,
        catch_up_over_broker,
    )

    if file is not None:
        appended = catch_up_from(home, lane, lane_file_records(file), str(file))
    elif lane_access_file(home.home, lane).exists():
        appended = catch_up_over_broker(home, lane)
    else:
        raise NotCaughtUp(
            f"{lane} is in place and waits: it has no access to a broker here; run again with "
            f"--lane-file, as the authority's qyzmet lane-file {lane} writes it, or state "
            "--nothing-shipped"
        )
    return (
        f"{appended} events read that its readers hold; it may be opened, and reads what others "
        "have sent again"
    )


def _named(lanes: Sequence[str], there: Sequence[str], where: str) -> list[str]:
    unknown = sorted(set(lanes) - set(there))
    if unknown:
        raise Said(f"{', '.join(unknown)} is not in the {where}; there are {', '.join(there)}")
    return list(dict.fromkeys(lanes)) or list(there)
