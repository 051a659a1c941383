"""The tables and views of an archive; docs/archive.md explains them to those who ask in SQL."""

from __future__ import annotations

VERSION = "3"
# This version had no outcomes yet, and is brought up to date when it is opened.
BEFORE_OUTCOMES = "2"

# No keys and indexes: each file is deleted and inserted in one transaction, and `archive check` looks for doubles.
OUTCOMES = """
-- What whole checks came to, the latest of them.
CREATE TABLE outcomes (
    question VARCHAR NOT NULL,   -- SHA-256 of all that the outcome depends on
    report VARCHAR NOT NULL,     -- what reports tell of it, as JSON
    digest VARCHAR NOT NULL,     -- SHA-256 of the report
    number INTEGER NOT NULL      -- the greatest is the latest
);
"""

TABLES = f"""
CREATE TABLE meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
CREATE TABLE files (
    file VARCHAR NOT NULL,       -- the path as it was given
    content VARCHAR NOT NULL,    -- SHA-256 of its bytes
    basis VARCHAR NOT NULL,      -- what it was read with, as JSON
    listed BOOLEAN NOT NULL,     -- whether new transcripts are compared with it
    text VARCHAR NOT NULL,       -- its text, which all offsets count in
    documents VARCHAR NOT NULL,  -- its documents with their turns and quantities, as JSON
    claims VARCHAR NOT NULL,     -- its claims, as JSON
    skipped VARCHAR NOT NULL,    -- what was left out, and why, as JSON
    digest VARCHAR NOT NULL,     -- SHA-256 of the four columns before
    number INTEGER NOT NULL,     -- what it is called in `keys`
    figures INTEGER NOT NULL     -- how many claims it has
);
-- The link keys of listed files, by which those are found that new transcripts must be compared with.
CREATE TABLE keys (key UINTEGER NOT NULL, number INTEGER NOT NULL);
{OUTCOMES}"""

_DOCUMENT = """[{"document": {"name": "VARCHAR", "format": "VARCHAR", "start": "BIGINT", "end": "BIGINT",
    "title": {"value": "VARCHAR", "source": "VARCHAR"}, "date": {"value": "VARCHAR", "source": "VARCHAR"},
    "place": {"value": "VARCHAR", "source": "VARCHAR"}, "turns": ["JSON"], "notes": ["VARCHAR"]}}]"""

_INTERVAL = '{"low": "DOUBLE", "high": "DOUBLE", "low_open": "BOOLEAN", "high_open": "BOOLEAN"}'
_CLAIM = f"""[{{"id": "VARCHAR", "document": "VARCHAR", "line": "BIGINT", "column": "BIGINT", "turn": "BIGINT",
    "sentence": "VARCHAR", "measure": ["VARCHAR"], "unit": "VARCHAR", "event": "VARCHAR", "subject": ["VARCHAR"],
    "entities": ["VARCHAR"], "scope": ["VARCHAR"], "role": "VARCHAR", "modality": "VARCHAR", "trend": "VARCHAR",
    "day": "DATE", "period": {{"text": "VARCHAR", "start": "DATE", "end": "DATE", "per": "VARCHAR"}},
    "quantity": {{"text": "VARCHAR", "low": "DOUBLE", "high": "DOUBLE", "bound": "VARCHAR", "kind": "VARCHAR",
    "dimension": "VARCHAR", "factor": "DOUBLE", "strict": {_INTERVAL}}}}}]"""

VIEWS = f"""
CREATE VIEW documents AS
WITH each AS (SELECT file, listed, unnest(from_json(documents, '{_DOCUMENT}')).document AS d FROM files)
SELECT d.name AS document, file, listed, d.format AS format, d.title.value AS title,
    try_cast(d.date.value AS DATE) AS date, d.place.value AS place, len(d.turns) AS turns,
    d."end" - d.start AS characters, d.notes AS notes
FROM each;

CREATE VIEW claims AS
WITH each AS (SELECT file, listed, documents, unnest(from_json(claims, '{_CLAIM}')) AS c FROM files)
SELECT c.id AS id, c.document AS document, file, listed, c.line AS line, c."column" AS "column", c.turn AS turn,
    c.quantity.text AS figure, c.quantity.low AS low, c.quantity.high AS high, c.unit AS unit,
    c.quantity.bound AS bound, c.quantity.kind AS kind, c.quantity.dimension AS dimension,
    c.quantity.strict.low * c.quantity.factor AS least, c.quantity.strict.high * c.quantity.factor AS most,
    c.measure AS measure, c.event AS event, c.subject AS subject, c.entities AS entities, c.scope AS scope,
    c.role AS role, c.modality AS modality, c.trend AS trend, c.day AS day, c.period.text AS period,
    c.period.start AS period_start, c.period."end" AS period_end, c.period.per AS per, c.sentence AS sentence
FROM each;
"""
