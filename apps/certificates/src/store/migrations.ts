import type { MigrationInterface, QueryRunner } from 'typeorm';

// Legal dates are text in the form YYYY-MM-DD: the driver would make instants of SQL dates.
const LEGAL_DATE = `text CHECK (VALUE ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`;

export class Copies1795500100001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE DOMAIN legal_date AS ${LEGAL_DATE};
      CREATE TABLE framework_copy (
        framework_id uuid NOT NULL,
        version int NOT NULL,
        data jsonb NOT NULL,
        PRIMARY KEY (framework_id, version)
      );
      CREATE TABLE practitioner_copy (
        practitioner_id uuid PRIMARY KEY,
        given_name text NOT NULL,
        family_name text NOT NULL,
        other_names text
      );
      CREATE TABLE affiliation_copy (
        practitioner_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        active boolean NOT NULL
      );
      CREATE INDEX affiliation_copy_agency ON affiliation_copy (agency_id) WHERE active;
      CREATE TABLE attainment (
        attainment_id uuid PRIMARY KEY,
        practitioner_id uuid NOT NULL,
        framework_id uuid NOT NULL,
        framework_version int NOT NULL,
        competency_id uuid NOT NULL,
        competency_code text NOT NULL,
        level int NOT NULL,
        evidence text NOT NULL,
        source jsonb NOT NULL,
        valid_from legal_date NOT NULL,
        valid_to legal_date,
        recorded_at timestamptz(3) NOT NULL,
        withdrawn_at timestamptz(3),
        withdrawn_reason text,
        withdrawn_by text
      );
      CREATE INDEX attainment_practitioner ON attainment (practitioner_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('What certificates rest on is never taken down.');
  }
}

export class Certificates1795500100002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE body (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        did text NOT NULL,
        public_origin text NOT NULL,
        fixed_at timestamptz NOT NULL
      );
      CREATE TABLE signing_key (
        id text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('issuing', 'log')),
        public_key text NOT NULL,
        sealed jsonb NOT NULL,
        valid_from timestamptz(3) NOT NULL,
        valid_until timestamptz(3),
        compromised_from timestamptz(3)
      );
      CREATE UNIQUE INDEX signing_key_in_use ON signing_key (purpose) WHERE valid_until IS NULL;
      CREATE TABLE scheme (
        id uuid NOT NULL,
        version int NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        revision int NOT NULL,
        body jsonb NOT NULL,
        editors jsonb NOT NULL,
        published_at timestamptz(3),
        published_by jsonb,
        PRIMARY KEY (id, version)
      );
      CREATE UNIQUE INDEX scheme_one_draft ON scheme (id) WHERE state = 'draft';
      CREATE FUNCTION published_scheme_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.state = 'published' THEN RAISE EXCEPTION 'a published scheme does not change'; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER scheme_immutable BEFORE UPDATE ON scheme
        FOR EACH ROW EXECUTE FUNCTION published_scheme_stays();
      CREATE TABLE status_list (id int PRIMARY KEY, changes int NOT NULL DEFAULT 0);
      CREATE TABLE status_entry (
        list int NOT NULL REFERENCES status_list (id),
        index int NOT NULL,
        PRIMARY KEY (list, index)
      );
      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        practitioner_id uuid NOT NULL,
        scheme_id uuid NOT NULL,
        scheme_version int NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'suspended', 'withdrawn', 'superseded')),
        reason_code text NOT NULL,
        effective legal_date NOT NULL,
        issued legal_date NOT NULL,
        expires legal_date NOT NULL,
        attainment_ids uuid[] NOT NULL,
        evidence_key text NOT NULL,
        version int NOT NULL,
        issued_at timestamptz(3) NOT NULL,
        code text NOT NULL UNIQUE,
        status_list int NOT NULL,
        status_index int NOT NULL,
        digest char(64) NOT NULL,
        credential text,
        FOREIGN KEY (scheme_id, scheme_version) REFERENCES scheme (id, version),
        UNIQUE (scheme_id, scheme_version, practitioner_id, evidence_key),
        UNIQUE (status_list, status_index)
      );
      CREATE INDEX certificate_practitioner ON certificate (practitioner_id);
      CREATE INDEX certificate_not_active ON certificate (status_list)
        WHERE state IN ('suspended', 'withdrawn');
      CREATE INDEX certificate_attainments ON certificate USING gin (attainment_ids);
      CREATE TABLE certificate_event (
        id uuid PRIMARY KEY,
        certificate_id uuid NOT NULL REFERENCES certificate (id),
        number int NOT NULL,
        kind text NOT NULL,
        at timestamptz(3) NOT NULL,
        state text NOT NULL,
        reason_code text NOT NULL,
        reason text,
        authority jsonb NOT NULL,
        effective legal_date NOT NULL,
        digest text NOT NULL,
        salt text NOT NULL,
        UNIQUE (certificate_id, number)
      );
      CREATE TRIGGER certificate_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
        ON certificate_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();
      CREATE TABLE certificate_case (
        id uuid PRIMARY KEY,
        certificate_id uuid NOT NULL REFERENCES certificate (id),
        cause text NOT NULL,
        attainment_id uuid,
        opened_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3),
        closed_by jsonb,
        outcome text
      );
      CREATE INDEX certificate_case_certificate ON certificate_case (certificate_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Certificates are never taken down.');
  }
}

export class TransparencyLog1795500100003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE log_queue (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL UNIQUE REFERENCES certificate_event (id)
      );
      CREATE TABLE log_entry (
        index bigint PRIMARY KEY,
        event_id uuid NOT NULL UNIQUE REFERENCES certificate_event (id)
      );
      CREATE TRIGGER log_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
        ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();
      CREATE TABLE log_tile (path text PRIMARY KEY, data bytea NOT NULL);
      CREATE TABLE log_head (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        size bigint NOT NULL,
        checkpoint text NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The log is never taken down.');
  }
}

export class DueDecisions1795500100004 implements MigrationInterface {
  // Whoever holds a certificate is decided upon once more: his renewal may have waited before this.
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE due_decision (
        practitioner_id uuid NOT NULL,
        scheme_id uuid NOT NULL,
        due legal_date NOT NULL,
        asked int NOT NULL,
        PRIMARY KEY (practitioner_id, scheme_id)
      );
      CREATE INDEX due_decision_day ON due_decision (due);
      INSERT INTO due_decision (practitioner_id, scheme_id, due, asked)
        SELECT DISTINCT practitioner_id, scheme_id, '2026-01-01', 1 FROM certificate
        WHERE state = 'active';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE due_decision');
  }
}

export const migrations = [
  Copies1795500100001,
  Certificates1795500100002,
  TransparencyLog1795500100003,
  DueDecisions1795500100004,
];
