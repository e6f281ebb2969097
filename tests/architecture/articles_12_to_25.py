"""Chapters 5 and 6: delivery and complaints; assessment, control, monitoring."""

from typing import Final

from tests.architecture.article import Article, Status

CHAPTERS_5_AND_6: Final = (
    Article(
        12,
        "The four channels",
        Status.PARTLY,
        missing="A rule that judges a channel told afterwards which the standard does not offer.",
    ),
    Article(
        13,
        "Directly at the deliverer",
        Status.NOTHING_TO_DO,
        here="A deliverer may have a window of its own; what binds only centres does not bind it.",
        none="It leaves terms and procedure to the standard and the regulation: articles 8 and 11.",
    ),
    Article(
        14,
        "At a centre",
        Status.PARTLY,
        here="14.1: the day of acceptance is day 1 where the service provides for dispatch on "
        "paper (`events/law/predicates.py`); who accepts is arguable, and the finding says so. "
        "14.5: form and channel are told apart.",
        missing="14.3, 14.4: rules that judge what is told afterwards. 14.1: a rule on a standard "
        "that leaves the day of acceptance out.",
        none="14.6 to 14.8, how centres are run.",
    ),
    Article(
        15,
        "Electronically",
        Status.PARTLY,
        here="15.3: a decision says whether its result is an electronic document, a paper or a "
        "record in a register, and a record ends the term where it is made.",
        missing="15.1, 15.2: rules that judge what is told afterwards. The window verifies the "
        "EDS; its word is recorded.",
        none="15.4, the Government's order.",
    ),
    Article(
        16,
        "Optimisation",
        Status.PARTLY,
        here="16.1(2): a deliverer asks the holder of a document, and notes the answer; what "
        "another agency holds is not asked of the applicant.",
        missing="16.1(1) automation, 16.3 the list and its terms; the holder's half of an inquiry.",
        none="16.2, the authority's order.",
    ),
    Article(
        17,
        "Informing applicants",
        Status.PARTLY,
        here="17.4: how far a case is, is told at a window, the portal or the contact centre, to "
        "the applicant alone, and recorded.",
        missing="17.1 where information stands, 17.2 its three working days, 17.6 to 17.8 reports "
        "and their discussion.",
        none="17.3, 17.5: what is said in person is not recorded.",
    ),
    Article(
        18,
        "Payment",
        Status.NOT_YET,
        missing="18.1 to 18.3: fees in the standard, fees taken, services free by law.",
    ),
    Article(
        19,
        "The pre-trial complaint",
        Status.NOT_YET,
        here="Its service, lane and page are there (`services/complaints/README.md`).",
        missing="19.1 to 19.9: stages and their terms, reasoned decisions, the one notice, "
        "extension and its notice, demands to restore rights, court.",
    ),
    Article(
        20,
        "Principles of assessment, control and monitoring",
        Status.PARTLY,
        here="Objective: a rule is a pure function of signed facts, and everybody who may read "
        "them can count a finding again. What has two readings is marked arguable and names both. "
        "`tests/audit/test_rules.py` shows that no verdict depends on the order of arrival.",
        missing="Review of a finding by an officer who did not inspect.",
    ),
    Article(
        21,
        "Assessment of quality",
        Status.NOT_YET,
        missing="The assessment as an event.",
        none="Its method: other acts.",
    ),
    Article(
        22,
        "Control of quality",
        Status.PARTLY,
        here="22.1(1): the findings, by day, with their evidence.",
        missing="22.1(2) complaints. 22.3 inspections and the publication of their results. 22.4, "
        "22.5 internal control and its half-yearly results.",
        none="22.4, the model requirements.",
    ),
    Article(
        23,
        "Public monitoring",
        Status.NOT_YET,
        missing="23.1 orders and results, 23.3 accreditation, 23.5 their use for standards.",
        none="23.2, 23.4: the authority's methods.",
    ),
    Article(
        24,
        "Responsibility",
        Status.PARTLY,
        here="Every event says who may read it, and nobody else gets its bytes: one function a "
        "service (`services/intake/domain/audience.py`). Officers and applicants stand in events "
        "as random ids. Personal data has no place but sealed parts.",
        missing="Sealing and the keys for it; a record of who has read personal data; erasure.",
        none="The liability itself: other laws.",
    ),
    Article(
        25,
        "Coming into force",
        Status.NOT_YET,
        here="An edition of the law is an event with the day on which it comes into force.",
        missing="25.1: no rule asks for that day yet. 25.2: existing standards aligned in three "
        "months.",
    ),
)
