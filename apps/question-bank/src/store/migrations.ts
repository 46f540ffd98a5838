import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionBank1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE item_version (
        item_id uuid NOT NULL, version int NOT NULL CHECK (version > 0),
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'published')),
        competency_code text NOT NULL, level int NOT NULL, cognitive_demand text NOT NULL,
        interaction text NOT NULL, languages text[] NOT NULL, max_score float8 NOT NULL,
        sealed jsonb NOT NULL, author jsonb NOT NULL, authors jsonb NOT NULL, reviews jsonb NOT NULL,
        publisher jsonb, revision int NOT NULL,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, published_at timestamptz,
        PRIMARY KEY (item_id, version)
      );
      CREATE INDEX item_version_pool ON item_version (competency_code, level, state);
      -- A published version never changes, whoever asks.
      CREATE FUNCTION published_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a published % does not change', TG_TABLE_NAME; END $$;
      CREATE TRIGGER item_version_final BEFORE UPDATE OR DELETE ON item_version
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION published_is_final();

      CREATE TABLE blueprint (
        blueprint_id uuid PRIMARY KEY, title jsonb NOT NULL, framework_id uuid NOT NULL,
        framework_version int NOT NULL, competency_id uuid NOT NULL, competency_code text NOT NULL,
        level int NOT NULL, rows jsonb NOT NULL, state text NOT NULL CHECK (state IN ('draft', 'published')),
        author jsonb NOT NULL, revision int NOT NULL, created_at timestamptz NOT NULL, published_at timestamptz
      );
      CREATE TRIGGER blueprint_final BEFORE UPDATE OR DELETE ON blueprint
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION published_is_final();

      CREATE TABLE form (
        form_id uuid PRIMARY KEY, blueprint_id uuid NOT NULL REFERENCES blueprint, title jsonb NOT NULL,
        seed bigint NOT NULL, items jsonb NOT NULL, languages text[] NOT NULL, max_score float8 NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published')), assembler jsonb NOT NULL, publisher jsonb,
        created_at timestamptz NOT NULL, published_at timestamptz
      );
      CREATE TRIGGER form_final BEFORE UPDATE OR DELETE ON form
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION published_is_final();

      CREATE TABLE framework_copy (
        framework_id uuid NOT NULL, version int NOT NULL, data jsonb NOT NULL, PRIMARY KEY (framework_id, version)
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Items and forms are never taken down.');
  }
}

/** TRUNCATE passes by the triggers of rows; and who edits a draft blueprint counts among its authors. */
export class PublishedStays1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER item_version_stays BEFORE TRUNCATE ON item_version
        FOR EACH STATEMENT EXECUTE FUNCTION published_is_final();
      CREATE TRIGGER blueprint_stays BEFORE TRUNCATE ON blueprint
        FOR EACH STATEMENT EXECUTE FUNCTION published_is_final();
      CREATE TRIGGER form_stays BEFORE TRUNCATE ON form
        FOR EACH STATEMENT EXECUTE FUNCTION published_is_final();
      ALTER TABLE blueprint ADD COLUMN editors jsonb NOT NULL DEFAULT '[]';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Items and forms are never taken down.');
  }
}
