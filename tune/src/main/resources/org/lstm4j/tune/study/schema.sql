-- A study file, format 1. What stands here is compared, word by word, with what a file says of itself.
--
-- Texts of JSON are written by org.lstm4j.json. Each row has a checksum over its other columns, since SQLite has none.
-- Doubles are texts, as Java writes them: SQLite's own numbers know no -0.0.

-- At most one: what is searched, and on what.
CREATE TABLE study (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    identity TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE trial (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    configuration TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- What a trial came to, by rung.
CREATE TABLE rung_result (
    trial INTEGER NOT NULL REFERENCES trial (number),
    rung INTEGER NOT NULL CHECK (rung >= 0),
    error TEXT NOT NULL,
    details TEXT NOT NULL,
    seconds TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (trial, rung)
) STRICT, WITHOUT ROWID;

-- Training runs, numbered by their ids; the content is that of RunJson.
CREATE TABLE run (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    content TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
