"""Print a token: python -m examples.issuer HOME --agency A --unit U --officer O --role R."""

from pathlib import Path

import click

from examples.issuer.issuing import Issuer
from services.http.tokens import LIFETIME_SECONDS_MAX
from services.officers import Officer, Role


@click.command()
@click.argument("home", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--agency", required=True)
@click.option("--unit", default="rehearsal", show_default=True)
@click.option("--officer", default="o-0000", show_default=True, help="A random id, never a name.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([role.value for role in Role]),
)
@click.option("--seconds", default=LIFETIME_SECONDS_MAX, show_default=True)
def main(
    home: Path, *, agency: str, unit: str, officer: str, roles: list[str], seconds: int
) -> None:
    """Sign a token of an officer; key and door files are made in HOME where there are none."""
    who = Officer(
        agency=agency, unit=unit, officer=officer, roles=frozenset(Role(one) for one in roles)
    )
    click.echo(Issuer.of(home).token(who, lifetime=seconds))


if __name__ == "__main__":
    main()
