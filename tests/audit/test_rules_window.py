"""14.3, 14.4, 15.2, 1(14): not_identified, signed_without_consent and others: taking in."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.audit import AgencyRegistered
from events.intake import ApplicationAccepted, Signed
from events.law.variant import Variant
from services.audit.domain.evidence import Evidence
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.window import ONLY_CENTRES
from tests.audit import examples as x
from tests.audit.given import case, findings, ref, the_finding
from tests.audit.ledger_days import ledger_day

DAY = ledger_day("2024-05-03")
PAPER = Variant(channel="centre", form="paper")
BY_OFFICER = Signed(by="officer", eds_algorithm="gost-2015", verified=True)


def at(role: str) -> LedgerDay:
    return ledger_day("2024-05-03", window_role=role)


def accepted(**changes: object) -> ApplicationAccepted:
    return replace(x.ACCEPTED, **changes)


@pytest.mark.parametrize("role", ["centre", "specialised_centre"])
def test_a_centre_of_either_kind_identifies_the_applicant(role: str) -> None:
    file = case(x.LODGED, accepted(identified=None))

    finding = the_finding("not_identified", file, at(role))

    assert finding == Evidence(charged=x.CENTRE, began=ref(2), subject=x.CASE, event_ids=(ref(2),))


@pytest.mark.parametrize("role", ["portal", "deliverer"])
def test_a_window_that_is_no_centre_need_not_identify(role: str) -> None:
    assert findings(case(x.LODGED, accepted(identified=None)), at(role)) == {}


@pytest.mark.parametrize(
    ("consent_on", "found"),
    [
        ("2024-05-02", []),
        ("2024-05-03", []),
        ("2024-05-04", ["signed_without_consent"]),
        (None, ["signed_without_consent"]),
        ("may-1", ["signed_without_consent"]),
    ],
)
def test_an_officer_signs_only_on_consent_given_by_that_day(
    consent_on: str | None, found: Sequence[str]
) -> None:
    file = case(x.LODGED, accepted(signed=BY_OFFICER, consent_on=consent_on))

    assert list(findings(file, DAY)) == found


def test_an_applicant_who_signs_needs_no_consent() -> None:
    assert x.ACCEPTED.consent_on is None
    assert findings(case(x.LODGED, x.ACCEPTED), DAY) == {}


@pytest.mark.parametrize("role", ["specialised_centre", "deliverer", "portal"])
def test_that_an_officer_of_another_window_needs_consent_is_arguable(role: str) -> None:
    file = case(x.LODGED, accepted(signed=BY_OFFICER))

    assert the_finding("signed_without_consent", file, DAY).reading is None
    assert the_finding("signed_without_consent", file, at(role)).reading == ONLY_CENTRES


@pytest.mark.parametrize(
    "signed",
    [
        Signed(by="none"),
        Signed(by="applicant", eds_algorithm=None, verified=True),
        Signed(by="applicant", eds_algorithm="gost-2015", verified=False),
    ],
)
def test_an_electronic_service_needs_a_verified_eds(signed: Signed) -> None:
    electronic = case(x.LODGED, accepted(signed=signed))
    on_paper = case(replace(x.LODGED, variant=PAPER), accepted(signed=signed, variant=PAPER))

    finding = the_finding("signature_or_number_missing", electronic, at("portal"))

    assert (finding.charged, finding.event_ids) == (x.CENTRE, (ref(2),))
    assert findings(on_paper, at("portal")) == {}


@pytest.mark.parametrize(
    ("kinds", "identifier", "right"),
    [
        (("natural",), "iin", True),
        (("natural",), "bin", False),
        (("legal",), "bin", True),
        (("legal",), "iin", False),
        (("natural", "legal"), "iin", True),
        (("natural", "legal"), "bin", True),
        (("natural",), "none", False),
        ((), "iin", True),
        ((), "none", False),
    ],
)
def test_an_electronic_service_needs_the_number_of_its_applicants_kind(
    kinds: Sequence[str], identifier: str, *, right: bool
) -> None:
    applicants = tuple(replace(x.LODGED.applicants[0], kind=kind) for kind in kinds)
    file = case(replace(x.LODGED, applicants=applicants), accepted(identifier=identifier))

    assert list(findings(file, DAY)) == ([] if right else ["signature_or_number_missing"])


def specialised(parent: str | None) -> LedgerDay:
    """A day on which the window is a specialised centre with this parent."""
    day = at("specialised_centre")
    registered = AgencyRegistered(
        on=x.day("2024-01-02"),
        agency=x.CENTRE,
        roles=("specialised_centre",),
        parent=parent,
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=(),
    )
    return replace(day, register=day.register.evolve("audit.authority/agency-almaty:2", registered))


def test_a_specialised_centre_serves_its_own_deliverer_and_no_other() -> None:
    file = case(x.LODGED, x.ACCEPTED)

    assert findings(file, specialised(x.DELIVERER)) == {}
    assert the_finding("specialised_centre_mixed", file, specialised("police")) == Evidence(
        charged=x.CENTRE, began=ref(2), subject=x.CASE, event_ids=(ref(2),)
    )


def test_whose_specialised_centre_it_is_the_register_says() -> None:
    assert findings(case(x.LODGED, x.ACCEPTED), specialised(None)) == {}
    assert findings(case(x.LODGED, x.ACCEPTED), at("centre")) == {}
