import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1795500000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        user_name text NOT NULL UNIQUE,
        display_name text NOT NULL,
        person uuid,
        agency uuid,
        permissions text[] NOT NULL,
        locale text NOT NULL CHECK (locale IN ('en', 'ru', 'tg')),
        password_hash text NOT NULL,
        password_state text NOT NULL CHECK (password_state IN ('one-time', 'own')),
        password_expires_at timestamptz,
        locked_at timestamptz,
        version int NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX account_agency ON account (agency);
      CREATE TABLE registry_client (
        id text PRIMARY KEY,
        name text NOT NULL,
        agency uuid,
        permissions text[] NOT NULL,
        secret_digest text NOT NULL,
        locked_at timestamptz,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE registry_client; DROP TABLE account;');
  }
}

export class SignIn1795500000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE oidc_record (
        model text NOT NULL,
        id_digest text NOT NULL,
        payload text NOT NULL,
        account_id text,
        grant_id text,
        uid text,
        consumed_at timestamptz,
        expires_at timestamptz,
        PRIMARY KEY (model, id_digest)
      );
      CREATE INDEX oidc_record_grant ON oidc_record (grant_id);
      CREATE INDEX oidc_record_account ON oidc_record (account_id);
      CREATE INDEX oidc_record_uid ON oidc_record (uid);
      CREATE INDEX oidc_record_expires ON oidc_record (expires_at);
      CREATE TABLE sign_in_failure (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failure_subject ON sign_in_failure (subject, at);
      CREATE TABLE pending_password (
        uid text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        expires_at timestamptz NOT NULL
      );
      CREATE TABLE secret_key (
        id text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('signing', 'cookies')),
        sealed text NOT NULL,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(
      'DROP TABLE secret_key; DROP TABLE pending_password; DROP TABLE sign_in_failure; DROP TABLE oidc_record;',
    );
  }
}
