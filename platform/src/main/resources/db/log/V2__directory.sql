-- The person directory: who an opaque person id is. Outside the log, and erasable.

CREATE TABLE erasable.person (
    person_id           uuid PRIMARY KEY,
    name                text NOT NULL,
    work_email          text NOT NULL,
    staff_number        text NOT NULL,
    registration_number text
);
CREATE UNIQUE INDEX person_work_email ON erasable.person (lower(work_email));
CREATE UNIQUE INDEX person_staff_number ON erasable.person (upper(staff_number));

GRANT SELECT, INSERT, UPDATE, DELETE ON erasable.person TO sevenfold_command;
GRANT SELECT ON erasable.person TO sevenfold_query;
