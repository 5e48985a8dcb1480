-- Tables of the service recovery library, schema version 1, for MariaDB 10.6 and newer.
-- Plain SQL: give this file to your migration tool as it is, or let JdbcCaseStore.createSchema do it.
-- Columns called ..._us hold microseconds since 1970 in UTC, 9223372036854775807 for never; those that hold text are exact, in ISO 8601.

-- One line a case: the snapshot, and what lists are made of. Derived from the events, and rewritten with each command.
CREATE TABLE IF NOT EXISTS recovery_case (
    case_id VARCHAR(200) NOT NULL PRIMARY KEY,
    version INT NOT NULL,
    state VARCHAR(20) NOT NULL,
    owner VARCHAR(200) NOT NULL,
    customer VARCHAR(200) NOT NULL,
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
    snapshot LONGTEXT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS recovery_case_tick ON recovery_case (tick_us);
CREATE INDEX IF NOT EXISTS recovery_case_due ON recovery_case (next_due_us, case_id);
CREATE INDEX IF NOT EXISTS recovery_case_owner ON recovery_case (owner, case_id);
CREATE INDEX IF NOT EXISTS recovery_case_customer ON recovery_case (customer, case_id);
CREATE INDEX IF NOT EXISTS recovery_case_state ON recovery_case (state, case_id);

-- What happened. Appended, never changed: but for personal, from which a person's texts and names can be erased.
CREATE TABLE IF NOT EXISTS recovery_event (
    case_id VARCHAR(200) NOT NULL,
    sequence INT NOT NULL,
    command_id VARCHAR(200) NOT NULL,
    hash CHAR(64) NOT NULL,
    payload LONGTEXT NOT NULL,
    personal LONGTEXT,
    PRIMARY KEY (case_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS recovery_event_command ON recovery_event (case_id, command_id);

-- What hooks have not been told.
CREATE TABLE IF NOT EXISTS recovery_delivery (
    case_id VARCHAR(200) NOT NULL,
    hook VARCHAR(200) NOT NULL,
    sequence INT NOT NULL,
    attempts INT NOT NULL,
    not_before VARCHAR(40) NOT NULL,
    try_us BIGINT NOT NULL,
    written_us BIGINT NOT NULL,
    problem VARCHAR(4000) NOT NULL,
    PRIMARY KEY (case_id, hook, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS recovery_delivery_try ON recovery_delivery (hook, try_us, written_us);

-- The events of cases that were archived, one compressed piece a case.
CREATE TABLE IF NOT EXISTS recovery_archive (
    case_id VARCHAR(200) NOT NULL PRIMARY KEY,
    events LONGBLOB NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Last, because this database keeps each table at once: whoever was interrupted before this line begins again.
CREATE TABLE IF NOT EXISTS recovery_schema (
    version INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO recovery_schema (version) VALUES (1);
