import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameworkDocument, Text } from './framework.ts';
import { validateFramework } from './validate-framework.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../content/framework.json'), 'utf8'),
) as FrameworkDocument;

// The domain's own table; 0 is not required.
const REQUIRED = `
      FR GI OI DF CA PR JU HU
  EV1 2  2  3  3  1  1  1  2
  EV2 2  2  3  4  1  1  1  2
  EV3 2  2  3  4  2  2  2  3
  EV4 0  1  2  4  2  1  1  2
  EV5 1  2  3  3  2  3  2  2
  LG1 1  2  3  3  2  4  4  3
  LG2 0  1  3  1  1  3  2  2
  CY1 1  2  3  3  3  3  2  4
  IN1 0  1  3  1  3  1  1  2
  IN2 1  1  3  3  2  1  1  2
  IN3 0  1  2  2  3  2  1  1
  IN4 0  1  2  1  4  1  0  2
  IN5 2  3  3  0  0  2  2  1
  MG1 0  0  1  2  1  1  0  4`;

describe('the demo framework', () => {
  it('has nothing that would keep it from being published', () => {
    expect(validateFramework(document, [])).toEqual([]);
  });

  it('requires of each role what the domain says', () => {
    const [roles = [], ...rows] = REQUIRED.trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    for (const [code, ...levels] of rows) {
      const competency = document.competencies.find((candidate) => candidate.code === code);
      roles.forEach((roleCode, at) => {
        const role = document.roles.find((candidate) => candidate.code === roleCode);
        const requirement = document.requirements.find(
          ({ roleId, competencyId }) =>
            roleId === role?.roleId && competencyId === competency?.competencyId,
        );
        expect([code, roleCode, requirement?.level ?? 0]).toEqual([
          code,
          roleCode,
          Number(levels[at]),
        ]);
      });
    }
  });

  it('says on each Tajik text that a machine drafted it, and that nobody endorses the whole', () => {
    const texts: Text[] = [
      document.title,
      ...document.levels.flatMap(({ title, descriptor }) => [title, descriptor]),
      ...document.competencies.flatMap(({ title, descriptors }) => [
        title,
        ...descriptors.map(({ text }) => text),
      ]),
    ];
    expect(texts.filter(({ machineDrafted }) => !machineDrafted?.includes('tg'))).toEqual([]);
    expect(document.notice.en).toContain('endorsed by nobody');
  });

  it('never repeats a descriptor', () => {
    for (const language of ['en', 'ru', 'tg'] as const) {
      const all = document.competencies.flatMap(({ descriptors }) =>
        descriptors.map(({ text }) => text[language]),
      );
      expect(new Set(all).size).toBe(14 * 4);
    }
  });
});
