-- The CRM's own tables, beside those of the library. Understood by H2 and PostgreSQL.

-- One line a case that is worked on: what the queue is made of. Kept up to date by a hook.
CREATE TABLE IF NOT EXISTS crm_case (
    case_id VARCHAR(200) NOT NULL PRIMARY KEY,
    version INT NOT NULL,
    live BOOLEAN NOT NULL,
    owner VARCHAR(200) NOT NULL,
    team VARCHAR(200) NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS crm_case_due ON crm_case (live, due, case_id);

-- Whom a case concerns or ever concerned; active: who has something to do.
CREATE TABLE IF NOT EXISTS crm_concern (
    case_id VARCHAR(200) NOT NULL,
    person VARCHAR(200) NOT NULL,
    active BOOLEAN NOT NULL,
    helps BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, person)
);
CREATE INDEX IF NOT EXISTS crm_concern_person ON crm_concern (person, case_id);

-- Refusals are in no history: the library writes only what was done. The report wants to know which rules stop people most.
CREATE TABLE IF NOT EXISTS crm_refused (
    refused_at BIGINT NOT NULL,
    case_id VARCHAR(200) NOT NULL,
    person VARCHAR(200) NOT NULL,
    rule VARCHAR(200) NOT NULL
);

-- What all nodes must agree on.
CREATE TABLE IF NOT EXISTS crm_setting (
    name VARCHAR(60) NOT NULL PRIMARY KEY,
    content VARCHAR(200) NOT NULL
);
