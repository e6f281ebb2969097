"""Chapters 1 to 4: general provisions, the registry, the standard, the regulation."""

from typing import Final

from tests.architecture.article import Article, Status

CHAPTERS_1_TO_4: Final = (
    Article(
        1,
        "Terms used",
        Status.PARTLY,
        here="Roles, parent and lanes of an agency are facts in the register. 1(4): all contact "
        "with the applicant is at a window. 1(5): a case begins only with a request. GLOSSARY.md "
        "has the words.",
        missing="1(9) the registry, 1(10) monitoring and 1(8), 1(11) optimisation are words only.",
    ),
    Article(
        2,
        "Legislation on public services",
        Status.NOT_YET,
        missing="2.2: a treaty's norm that goes before the law's.",
        none="2.1, the order of acts.",
    ),
    Article(
        3,
        "Principles",
        Status.PARTLY,
        here="Least cost: what another agency holds is not asked of the applicant "
        "(`events/law/predicates.py`).",
        missing="No discrimination: who asks is told by kind and citizenship, and no rule compares "
        "groups. Reports to the public, access to standards in the making: with 9 and 17.",
        none="Effective use of public money: no fact of a case.",
    ),
    Article(
        4,
        "Applicants and their rights",
        Status.PARTLY,
        here="4.1(2): every rule on delivery. 4.1(4): the way taken, channel and form, is in each "
        "request and in each standard's terms.",
        missing="4.1(5): public discussion.",
    ),
    Article(
        5,
        "Providers and deliverers",
        Status.PARTLY,
        here="5.1, 5.2: roles in the register. 5.4(8), 5.5(9): every rule. 5.4(12): the lanes are "
        "the information; that they are kept as agreed is judged.",
        missing="5.4(1), (2), (3), (4), (9) to (11): optimisation, survey, information, centres' "
        "access, public drafts. 5.5(1): steps against a regulation.",
        none="5.3(1), going to court. 5.4(5), 5.5(3), training. 5.5(2), access for people with "
        "disabilities.",
    ),
    Article(
        6,
        "The registry of services",
        Status.NOT_YET,
        here="In place of the registry: a window takes nothing in for a service of which no "
        "standard is known, or by a channel that its standard does not offer.",
        missing="6.1 to 6.4: entries with their seven fields, the Government's act, the classes; "
        "a rule on services outside the registry.",
    ),
    Article(
        7,
        "How a standard is made",
        Status.PARTLY,
        here="A standard is an event with its contents as data; one by an agency that is not "
        "registered as an approver changes nothing (`events/known.py`).",
        missing="7.1: three months, agreement. 7.2: a rule on cases taken in under an unregistered "
        "edition. 7.3, agreement. 7.4, discussion. 7.5, grounds of a change, repeal. 7.6, where it "
        "can be read.",
    ),
    Article(
        8,
        "What a standard holds",
        Status.PARTLY,
        here="8.1(1) to (11) are data that commands and rules read "
        "(`events/law/norms.py`). 8.1(5): a term is counted day by day, by the calendar and the "
        "week that the standard names (`events/law/deadlines.py`, `events/law/pausing.py`); it "
        "moves only as the standard's own pauses and extensions say.",
        missing="A rule on incomplete standards.",
    ),
    Article(
        9,
        "Public discussion of draft standards",
        Status.NOT_YET,
        missing="9.2 to 9.5: opening, suggestions, their outcomes, the notice; thirty calendar "
        "days; anonymous and late suggestions.",
        none="9.1, the purpose.",
    ),
    Article(
        10,
        "How a regulation is made",
        Status.NOT_YET,
        missing="10.1 to 10.4: regulations, the month from the standard's adoption, agreement.",
    ),
    Article(
        11,
        "What a regulation holds",
        Status.NOT_YET,
        here="Steps are told as they begin and end.",
        missing="11.1(2) to (4): a regulation to hold the steps against.",
        none="11.1(1), general provisions.",
    ),
)
