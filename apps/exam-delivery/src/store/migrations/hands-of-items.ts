import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote, reviewed and published an item version, where question-bank told it. */
export class HandsOfItems1764000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table form_item_copy add column hands jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table form_item_copy drop column hands');
  }
}
