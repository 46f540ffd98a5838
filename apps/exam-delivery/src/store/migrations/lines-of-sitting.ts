import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sitting's page asks for all attempts in it, void ones too: the unique index leaves those out. */
export class LinesOfSitting1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index attempt_sitting on attempt (sitting_id, practitioner_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index attempt_sitting');
  }
}
