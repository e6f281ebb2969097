"""The ledger's derived tables: rebuildable from the archive and the own lane, never evidence."""

from typing import Final

TABLES: Final = (
    # The case table, clustered by case: one case is read in one place, at any size.
    """
    CREATE TABLE IF NOT EXISTS case_event (
      subject TEXT, lane TEXT, seq INTEGER, state BLOB NOT NULL,
      PRIMARY KEY (subject, lane, seq)) WITHOUT ROWID
    """,
    # Under which other numbers a case is known: its receipt, an imported log's own.
    """
    CREATE TABLE IF NOT EXISTS case_number (
      number TEXT, subject TEXT, PRIMARY KEY (number, subject)) WITHOUT ROWID
    """,
    # Where each lane closed which day.
    """
    CREATE TABLE IF NOT EXISTS lane_day (
      lane TEXT, day TEXT, seq INTEGER NOT NULL, ref TEXT NOT NULL,
      PRIMARY KEY (lane, day)) WITHOUT ROWID
    """,
    # The first event with each id: a second one is an oddity.
    """
    CREATE TABLE IF NOT EXISTS identity (
      lane TEXT, id TEXT, seq INTEGER NOT NULL, PRIMARY KEY (lane, id)) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS oddity (
      lane TEXT, seq INTEGER, kind TEXT, ref TEXT NOT NULL, subject TEXT NOT NULL,
      on_day TEXT NOT NULL, open_day TEXT NOT NULL, other TEXT NOT NULL,
      PRIMARY KEY (lane, seq, kind)) WITHOUT ROWID
    """,
    # How many events of a lane, up to the end of a record, are for a reader.
    """
    CREATE TABLE IF NOT EXISTS reader_count (
      lane TEXT, reader TEXT, size INTEGER, events INTEGER NOT NULL,
      PRIMARY KEY (lane, reader, size)) WITHOUT ROWID
    """,
    # What lanes said that they were shown: a line each, with the outcome of the recount once the
    # claimed size counts (null till then).
    """
    CREATE TABLE IF NOT EXISTS claim (
      lane TEXT, seq INTEGER, claimed_lane TEXT, size INTEGER NOT NULL, root TEXT NOT NULL,
      events INTEGER NOT NULL, ref TEXT NOT NULL, on_day TEXT NOT NULL, differs INTEGER,
      PRIMARY KEY (lane, seq, claimed_lane)) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS claim_open ON claim (lane, seq) WHERE differs IS NULL",
    "CREATE INDEX IF NOT EXISTS claim_false ON claim (lane, seq) WHERE differs",
    # Ledger days on which a case must be looked at again.
    """
    CREATE TABLE IF NOT EXISTS agenda (
      day TEXT, subject TEXT, PRIMARY KEY (day, subject)) WITHOUT ROWID
    """,
    # Each finding as recorded last. `file`: the case, or the lane whose conduct it is about.
    """
    CREATE TABLE IF NOT EXISTS finding (
      finding_id TEXT PRIMARY KEY, file TEXT NOT NULL, stands INTEGER NOT NULL,
      state BLOB NOT NULL) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS finding_by_file ON finding (file)",
)
