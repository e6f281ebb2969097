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
        missing="14.1: a rule on a standard that leaves the day of acceptance out.",
        none="14.6 to 14.8, how centres are run.",
    ),
    Article(
        15,
        "Electronically",
        Status.COVERED,
        here="15.3: a decision says whether its result is an electronic document, a paper or a "
        "record in a register, and a record ends the term where it is made. The window verifies "
        "the EDS; its word is recorded.",
        none="15.4, the Government's order.",
    ),
    Article(
        16,
        "Optimisation",
        Status.PARTLY,
        here="16.1(2): a deliverer asks the holder of a document by itself, the holder's half is "
        "in its own lane, a register that is integrated answers by itself; what another agency "
        "holds is not asked of the applicant.",
        missing="16.1(1) automation, 16.3 the list and its terms.",
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
        Status.PARTLY,
        here="18.1: fees stand in the standard, by variant; what is taken is an event.",
        missing="18.2: services free by an act, as their registry entry says. 18.3: the month's "
        "index, so that a fee in it can be judged.",
    ),
    Article(
        19,
        "The pre-trial complaint",
        Status.COVERED,
        here="19.1: any door takes a complaint and sends it to who is competent. 19.2, 19.3: the "
        "path is data of the law's edition; two stages where the central body itself renders. "
        "19.7: every body keeps its complaints in a lane of their own. 19.8: a court action is "
        "recorded at any stage and changes none. 19.9: damage paid is a measure of restoration.",
    ),
    Article(
        20,
        "Principles of assessment, control and monitoring",
        Status.PARTLY,
        here="Objective: a rule is a pure function of signed facts, and everybody who may read "
        "them can count a finding again. What has two readings is marked arguable and names both. "
        "`tests/audit/test_rules.py` shows that no verdict depends on the order of arrival.",
        missing="That the reviewing officer is another than the inspector: with inspections.",
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
        here="22.1(1): the findings, by day, with their evidence; an officer's review and the "
        "charged agency's answer stand beside them. 22.1(2): the rules on complaints.",
        missing="22.3 inspections and the publication of their results. 22.4, "
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
        "as random ids. Personal data stand only in sealed parts (`services/sealing`); who reads "
        "them is an event before it is done; a key that is let go is let go by all its holders.",
        missing="That nobody discloses what was read: no software sees it.",
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
