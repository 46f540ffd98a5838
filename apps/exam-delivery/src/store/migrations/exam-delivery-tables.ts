import type { MigrationInterface, QueryRunner } from 'typeorm';

// No schema prefix: the role's search_path leads to its own. Times are timestamptz(3): what is hashed in JavaScript
// has milliseconds and must come back as it went in.
const copies = `
create table framework_copy (
  framework_id uuid not null,
  version integer not null,
  data jsonb not null,
  primary key (framework_id, version)
);
create table agency_copy (
  agency_id uuid primary key,
  code text not null,
  title jsonb not null,
  version bigint not null
);
create table affiliation_copy (
  practitioner_id uuid primary key,
  agency_id uuid not null,
  region text not null,
  active boolean not null,
  version bigint not null
);
create index affiliation_copy_agency on affiliation_copy (agency_id);
create table form_copy (
  form_id uuid primary key,
  manifest jsonb not null,
  complete boolean not null,
  needs_server boolean not null
);
create table form_item_copy (
  form_id uuid not null,
  position integer not null,
  item_id uuid not null,
  item_version integer not null,
  digest text not null,
  sealed jsonb not null,
  primary key (form_id, position)
);
`;

const exams = `
create table exam (
  exam_id uuid primary key,
  code text not null unique,
  title jsonb not null,
  blueprint_id uuid,
  form_ids uuid[] not null,
  framework_id uuid not null,
  framework_version integer not null,
  competency_id uuid not null,
  level integer not null,
  rules jsonb not null,
  state text not null check (state in ('draft', 'published')),
  editors jsonb not null,
  created_at timestamptz(3) not null,
  published_at timestamptz(3),
  published_by jsonb,
  version integer not null
);
create function published_exam_is_final() returns trigger language plpgsql as $$
  begin raise exception 'exam % is published and does not change', old.exam_id; end $$;
create trigger exam_published before update or delete on exam
  for each row when (old.state = 'published') execute function published_exam_is_final();

create table sitting (
  sitting_id uuid primary key,
  exam_id uuid not null references exam,
  title text not null,
  agency_id uuid,
  opens_at timestamptz(3) not null,
  closes_at timestamptz(3) not null check (closes_at > opens_at),
  created_by text not null,
  created_at timestamptz(3) not null,
  version integer not null
);
create index sitting_exam on sitting (exam_id);
create table enrolment (
  sitting_id uuid not null references sitting,
  practitioner_id uuid not null,
  extra_minutes integer not null check (extra_minutes >= 0),
  enrolled_at timestamptz(3) not null,
  primary key (sitting_id, practitioner_id)
);
create index enrolment_practitioner on enrolment (practitioner_id);
create table exam_package (
  digest text primary key,
  sitting_id uuid not null references sitting,
  form_id uuid not null,
  bytes bytea not null,
  sealed_key jsonb not null,
  unique (sitting_id, form_id)
);
alter table exam_package alter column bytes set storage external;
`;

// The journal has no foreign key: one would lock the attempt's row at each save. Its row 0 is written in the
// transaction that makes the attempt, and a save goes on from a row that is there.
const attempts = `
create table attempt (
  attempt_id uuid primary key,
  sitting_id uuid not null references sitting,
  exam_id uuid not null references exam,
  practitioner_id uuid not null,
  form_id uuid not null,
  package_digest text not null,
  language text not null,
  seed text not null,
  choice_order jsonb not null,
  started_at timestamptz(3) not null,
  deadline timestamptz(3) not null,
  grace_ends timestamptz(3) not null,
  start_key text not null,
  ended_at timestamptz(3),
  ended_how text check (ended_how in ('candidate', 'automatic')),
  receipt jsonb,
  decided_at timestamptz(3),
  released_at timestamptz(3),
  released_by text,
  voided_at timestamptz(3),
  voided_by text,
  void_reason text,
  version integer not null
);
create unique index attempt_once on attempt (sitting_id, practitioner_id) where voided_at is null;
create index attempt_practitioner on attempt (practitioner_id);
create index attempt_open on attempt (grace_ends) where ended_at is null and voided_at is null;
create index attempt_undecided on attempt (ended_at)
  where ended_at is not null and decided_at is null and voided_at is null;

create table journal (
  attempt_id uuid not null,
  seq integer not null,
  kind text not null,
  item text,
  body text not null,
  claimed_at timestamptz(3) not null,
  server_at timestamptz(3) not null,
  device text not null,
  hash bytea not null,
  primary key (attempt_id, seq)
);
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function append_only();

create table late_entry (
  attempt_id uuid not null references attempt,
  digest text not null,
  seq integer not null,
  kind text not null,
  item text,
  body text not null,
  claimed_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  device text not null,
  primary key (attempt_id, digest)
);
create trigger late_entry_append_only before update or delete or truncate on late_entry
  for each statement execute function append_only();

create table attempt_case (
  case_id uuid primary key,
  attempt_id uuid not null references attempt,
  kind text not null,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3),
  closed_by text,
  outcome text
);
create unique index attempt_case_open on attempt_case (attempt_id, kind) where closed_at is null;

create table decision (
  decision_id uuid primary key,
  attempt_id uuid not null references attempt,
  number integer not null,
  score double precision not null,
  max_score double precision not null,
  cut_score double precision not null,
  passed boolean not null,
  outcomes jsonb not null,
  author text not null,
  reason text not null,
  at timestamptz(3) not null,
  unique (attempt_id, number)
);
create trigger decision_append_only before update or delete or truncate on decision
  for each statement execute function append_only();
`;

export class ExamDeliveryTables1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(copies + exams + attempts);
  }

  async down(): Promise<void> {
    throw new Error('Attempts and decisions are evidence and are never taken down.');
  }
}
