import type { MigrationInterface, QueryRunner } from 'typeorm';

// No schema prefix: each service's search_path leads to its own.
const up = `
create table outbox (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
  name text not null,
  topic text not null,
  key text not null,
  version bigint not null,
  time timestamptz not null,
  traceparent text not null,
  data json,
  sent_at timestamptz
);
create index outbox_unsent on outbox (seq) where sent_at is null;
create index outbox_key on outbox (topic, key);

create table consumer_generation (
  consumer text primary key,
  generation integer not null
);

create table inbox (
  consumer text not null,
  generation integer not null,
  event_id text not null,
  aggregate text not null,
  version bigint not null,
  primary key (consumer, generation, event_id)
);
create index inbox_version on inbox (consumer, generation, aggregate, version);

create table parked_event (
  id bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  key text not null,
  event_id text not null,
  record bytea not null,
  reference_type text,
  reference_id text,
  tries integer not null default 0,
  parked_at timestamptz not null,
  due_at timestamptz not null,
  unique (consumer, event_id)
);
create index parked_event_key on parked_event (consumer, topic, key, id);
create index parked_event_reference on parked_event (reference_type, reference_id);

create table dead_letter (
  id uuid primary key,
  consumer text not null,
  topic text not null,
  key text not null,
  event_id text not null,
  name text not null,
  record bytea not null,
  cause text not null,
  attempts integer not null,
  failed_at timestamptz not null,
  state text not null check (state in ('open', 'replayed', 'set-aside')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  unique (consumer, event_id)
);
create index dead_letter_open on dead_letter (consumer, topic, key) where state = 'open';
`;

class MessagingTables1764000000000 implements MigrationInterface {
  readonly name = 'MessagingTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dead_letter, parked_event, inbox, consumer_generation, outbox');
  }
}

export const messagingMigrations = [MessagingTables1764000000000];
