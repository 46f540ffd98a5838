import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sitting has its title in every language; what had one text keeps it in each. */
export class TitlesOfSittings1764000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sitting alter column title type jsonb
        using jsonb_build_object('en', title, 'ru', title, 'tg', title)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table sitting alter column title type text using coalesce(title ->> 'en', '')`,
    );
  }
}
