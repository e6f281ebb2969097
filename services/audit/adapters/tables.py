"""The ledger's derived tables: rebuildable from the archive and the own lane, never evidence."""

from typing import Final

TABLES: Final = {
    # The case table, clustered by case: one case is read in one place, at any size.
    "case_event": """(
      subject TEXT, lane TEXT, seq INTEGER, state BLOB NOT NULL,
      PRIMARY KEY (subject, lane, seq)) WITHOUT ROWID
    """,
    # Under which other numbers a case is known: its receipt, an imported log's own, a complaint's.
    "case_number": """(
      number TEXT, subject TEXT, PRIMARY KEY (number, subject)) WITHOUT ROWID
    """,
    # Where each lane closed which day.
    "lane_day": """(
      lane TEXT, day TEXT, seq INTEGER NOT NULL, ref TEXT NOT NULL,
      PRIMARY KEY (lane, day)) WITHOUT ROWID
    """,
    # Which ledger days were counted without a lane's own word of them, and to which day of it.
    "silent_day": """(
      lane TEXT, day TEXT, last_day TEXT NOT NULL, PRIMARY KEY (lane, day)) WITHOUT ROWID
    """,
    # The first event with each id, also if nobody can read the rest of it: a second one is an
    # oddity, and so is one whose stream lacks the version before.
    "identity": """(
      lane TEXT, id TEXT, seq INTEGER NOT NULL, PRIMARY KEY (lane, id)) WITHOUT ROWID
    """,
    # The first of each kind that an event gives: an id used three times is one.
    "oddity": """(
      lane TEXT, kind TEXT, ref TEXT, seq INTEGER NOT NULL, subject TEXT NOT NULL,
      on_day TEXT NOT NULL, open_day TEXT NOT NULL, other TEXT NOT NULL,
      PRIMARY KEY (lane, kind, ref)) WITHOUT ROWID
    """,
    # How many events of a lane, up to the end of a record, are for a reader.
    "reader_count": """(
      lane TEXT, reader TEXT, size INTEGER, events INTEGER NOT NULL,
      PRIMARY KEY (lane, reader, size)) WITHOUT ROWID
    """,
    # What lanes said that they were shown: a line each, with the outcome of the recount once the
    # claimed size counts (null till then).
    "claim": """(
      lane TEXT, seq INTEGER, claimed_lane TEXT, size INTEGER NOT NULL, root TEXT NOT NULL,
      events INTEGER NOT NULL, ref TEXT NOT NULL, on_day TEXT NOT NULL, differs INTEGER,
      PRIMARY KEY (lane, seq, claimed_lane)) WITHOUT ROWID
    """,
    # What lanes said that they rejected of another lane: a row for each record.
    "rejection": """(
      lane TEXT, seq INTEGER, claimed_lane TEXT NOT NULL, size INTEGER NOT NULL,
      leaves TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (lane, seq)) WITHOUT ROWID
    """,
    # Ledger days on which a case must be looked at again.
    "agenda": """(
      jurisdiction TEXT, day TEXT, subject TEXT,
      PRIMARY KEY (jurisdiction, day, subject)) WITHOUT ROWID
    """,
    # Each finding as recorded last. `file`: the case, or the lane whose conduct it is about.
    "finding": """(
      finding_id TEXT PRIMARY KEY, file TEXT NOT NULL, jurisdiction TEXT NOT NULL,
      stands INTEGER NOT NULL, state BLOB NOT NULL) WITHOUT ROWID
    """,
    # How far each agency was told last that its lanes are archived.
    "accepted": "(lane TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID",
}
"""Name -> what it is made of."""

INDEXES: Final = {
    "case_number_typed": "case_number (lower(number))",
    "lane_day_closing": "lane_day (lane, seq)",
    "oddity_by_place": "oddity (lane, seq)",
    "claim_holding": "claim (claimed_lane, lane, seq, size)",
    "claim_open": "claim (lane, claimed_lane, size) WHERE differs IS NULL",
    "claim_false": "claim (lane, seq) WHERE differs = 1",
    "finding_by_file": "finding (file)",
}
"""Name -> what it is on."""
