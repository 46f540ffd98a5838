import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Competency1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE framework (
        framework_id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        draft jsonb,
        draft_version int NOT NULL,
        editors jsonb NOT NULL,
        latest int NOT NULL
      );
      CREATE TABLE framework_version (
        framework_id uuid NOT NULL REFERENCES framework,
        version int NOT NULL CHECK (version > 0),
        document jsonb NOT NULL,
        published_at timestamptz(3) NOT NULL,
        published_by text NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (framework_id, version)
      );
      CREATE TRIGGER framework_version_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON framework_version
        FOR EACH STATEMENT EXECUTE FUNCTION append_only();

      CREATE TABLE region (code text PRIMARY KEY, title jsonb NOT NULL);
      CREATE TABLE agency (
        agency_id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        title jsonb NOT NULL,
        kind text NOT NULL,
        region text NOT NULL REFERENCES region,
        version int NOT NULL
      );

      CREATE TABLE practitioner (
        practitioner_id uuid PRIMARY KEY,
        given_name text NOT NULL,
        family_name text NOT NULL,
        other_names text,
        version int NOT NULL,
        affiliation_version int NOT NULL
      );
      CREATE INDEX practitioner_by_name ON practitioner (family_name, given_name, practitioner_id);
      CREATE TABLE affiliation (
        affiliation_id uuid PRIMARY KEY,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        agency_id uuid NOT NULL REFERENCES agency,
        role_ids uuid[] NOT NULL,
        from_date date NOT NULL,
        to_date date
      );
      CREATE UNIQUE INDEX affiliation_one_at_a_time ON affiliation (practitioner_id) WHERE to_date IS NULL;
      CREATE INDEX affiliation_of_agency ON affiliation (agency_id) WHERE to_date IS NULL;
      CREATE INDEX affiliation_history ON affiliation (practitioner_id, from_date);

      CREATE TABLE attainment (
        attainment_id uuid PRIMARY KEY,
        practitioner_id uuid NOT NULL REFERENCES practitioner,
        framework_id uuid NOT NULL,
        framework_version int NOT NULL,
        competency_id uuid NOT NULL,
        competency_code text NOT NULL,
        level int NOT NULL,
        evidence text NOT NULL,
        source_kind text NOT NULL CHECK (source_kind IN ('result', 'manual')),
        source_id text NOT NULL,
        attempt_id uuid,
        from_date date NOT NULL,
        to_date date,
        recorded_at timestamptz(3) NOT NULL,
        recorded_by text NOT NULL,
        authority text NOT NULL,
        reason text NOT NULL,
        withdrawn_at timestamptz(3),
        withdrawn_reason text,
        withdrawn_authority text,
        FOREIGN KEY (framework_id, framework_version) REFERENCES framework_version,
        CHECK ((source_kind = 'result') = (attempt_id IS NOT NULL)),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_authority IS NULL))
      );
      CREATE UNIQUE INDEX attainment_once_a_result ON attainment (source_id) WHERE source_kind = 'result';
      CREATE UNIQUE INDEX attainment_one_an_attempt ON attainment (attempt_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX attainment_of_practitioner ON attainment (practitioner_id, competency_id);

      CREATE FUNCTION attainment_only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
            OR to_jsonb(NEW) - '{withdrawn_at,withdrawn_reason,withdrawn_authority}'::text[]
              <> to_jsonb(OLD) - '{withdrawn_at,withdrawn_reason,withdrawn_authority}'::text[]
          THEN RAISE EXCEPTION 'an attainment is withdrawn, never changed'; END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER attainment_kept BEFORE UPDATE OR DELETE ON attainment
        FOR EACH ROW EXECUTE FUNCTION attainment_only_withdrawn();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was attained is never taken down.');
  }
}

/** What a certificate's case file has to lead to: the exam, and who decided and released. */
export class WhoDecided1764000001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attainment ADD COLUMN exam_id uuid, ADD COLUMN decided_by text,
        ADD COLUMN released_by text`);
  }

  async down(): Promise<void> {
    throw new Error('What was attained is never taken down.');
  }
}

export const migrations = [Competency1764000001000, WhoDecided1764000001001];
