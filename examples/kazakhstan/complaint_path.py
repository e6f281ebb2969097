"""How a complaint goes from body to body under article 19 of the draft law."""

from typing import Final

from events.law.complaint_path import ComplaintPath, Stage

PATH: Final = ComplaintPath(
    path_id="kz-19",
    stages=(
        Stage(body="deliverer", term_id="stage-deliverer", working_days=5, article="19.2"),
        Stage(body="approver", term_id="stage-central", working_days=5, article="19.2, 19.3"),
        Stage(body="authority", term_id="stage-authority", working_days=15, article="19.5"),
    ),
    calendar="kz",
    extension_days=10,
    extension_grounds=("check", "information"),
    notice_days=3,
)
"""Working days, by the five-day week: a state body works five (19.2, 19.3, 19.5, 19.6)."""
