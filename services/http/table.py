"""The table of roles and routes in README.md: python -m services.http.table writes it there."""

from pathlib import Path
from typing import Final

from services.http.route import Whose, roles_for
from services.http.routes import ROUTES
from services.officers import Role

PAGE: Final = Path(__file__).with_name("README.md")
BEGIN: Final = "<!-- roles: python -m services.http.table -->"
END: Final = "<!-- /roles -->"
_ROLES: Final = tuple(role for role in Role if role is not Role.DRIVER)


def table() -> str:
    """Write a row for each group of routes and whose officers may ask; a number, where only some.

    A driver is left out: under `LogClock` it may do all for its own agency, else nothing.
    """
    groups: dict[tuple[str, Whose], list[frozenset[Role]]] = {}
    for route in ROUTES:
        roles = roles_for(route, log_clock=False)
        groups.setdefault((route.group, route.whose), []).append(roles)
    heads = ("routes", "whose officers", *map(str, _ROLES))
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"]
    for (group, whose), routes in groups.items():
        counts = [sum(role in roles for roles in routes) for role in _ROLES]
        cells = [_cell(count, len(routes)) for count in counts]
        lines.append(f"| {group} ({len(routes)}) | {whose} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(count: int, of: int) -> str:
    if count == of:
        return "all"
    return str(count) if count else ""


def main() -> None:
    """Write the table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
