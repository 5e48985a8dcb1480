-- Tables of the service recovery library, schema version 1, for PostgreSQL 12 and newer.
-- Plain SQL: give this file to your migration tool as it is, or let JdbcCaseStore.createSchema do it.
-- Columns called ..._us hold microseconds since 1970 in UTC, 9223372036854775807 for never; those that hold text are exact, in ISO 8601.

CREATE TABLE recovery_schema (
    version INT NOT NULL
);

INSERT INTO recovery_schema (version) VALUES (1);

-- One line a case: the snapshot, and what lists are made of. Derived from the events, and rewritten with each command.
CREATE TABLE recovery_case (
    case_id VARCHAR(200) COLLATE "C" NOT NULL PRIMARY KEY,
    version INT NOT NULL,
    state VARCHAR(20) NOT NULL,
    owner VARCHAR(200) COLLATE "C" NOT NULL,
    customer VARCHAR(200) COLLATE "C" NOT NULL,
    team VARCHAR(200) NOT NULL,
    priority VARCHAR(20) NOT NULL,
    mood VARCHAR(20) NOT NULL,
    opened_at VARCHAR(40) NOT NULL,
    recorded_at VARCHAR(40) NOT NULL,
    next_due VARCHAR(40) NOT NULL,
    next_due_us BIGINT NOT NULL,
    tick_us BIGINT NOT NULL,
    seal CHAR(64) NOT NULL,
    archived BOOLEAN NOT NULL,
    snapshot TEXT NOT NULL
);
CREATE INDEX recovery_case_tick ON recovery_case (tick_us);
CREATE INDEX recovery_case_due ON recovery_case (next_due_us, case_id);
CREATE INDEX recovery_case_owner ON recovery_case (owner, case_id);
CREATE INDEX recovery_case_customer ON recovery_case (customer, case_id);
CREATE INDEX recovery_case_state ON recovery_case (state, case_id);

-- What happened. Appended, never changed: but for personal, from which a person's texts and names can be erased.
CREATE TABLE recovery_event (
    case_id VARCHAR(200) COLLATE "C" NOT NULL,
    sequence INT NOT NULL,
    command_id VARCHAR(200) COLLATE "C" NOT NULL,
    hash CHAR(64) NOT NULL,
    payload TEXT NOT NULL,
    personal TEXT,
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX recovery_event_command ON recovery_event (case_id, command_id);

-- What hooks have not been told.
CREATE TABLE recovery_delivery (
    case_id VARCHAR(200) COLLATE "C" NOT NULL,
    hook VARCHAR(200) COLLATE "C" NOT NULL,
    sequence INT NOT NULL,
    attempts INT NOT NULL,
    not_before VARCHAR(40) NOT NULL,
    try_us BIGINT NOT NULL,
    written_us BIGINT NOT NULL,
    problem VARCHAR(4000) NOT NULL,
    PRIMARY KEY (case_id, hook, sequence)
);
CREATE INDEX recovery_delivery_try ON recovery_delivery (hook, try_us, written_us);

-- The events of cases that were archived, one compressed piece a case.
CREATE TABLE recovery_archive (
    case_id VARCHAR(200) COLLATE "C" NOT NULL PRIMARY KEY,
    events BYTEA NOT NULL
);
