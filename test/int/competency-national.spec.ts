import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { spanOf } from '../../apps/competency/src/domain/national/linear-span.ts';
import type { Cell } from '../../apps/competency/src/domain/national/cells.ts';
import type { NationalView } from '../../apps/competency/src/domain/national/national-view.ts';
import { tally } from '../../apps/competency/src/domain/national/tally.ts';
import type { Population } from '../../apps/competency/src/domain/national/tally.ts';
import { heldIn } from '../../apps/competency/src/domain/attainment/held.ts';
import type { TrainingNeeds } from '../../apps/competency/src/domain/national/training-needs.ts';
import { Desk } from '../../apps/competency/src/desk.ts';
import { attainmentsOf } from '../../apps/competency/src/store/attainments.ts';
import { readPopulation } from '../../apps/competency/src/store/population.ts';
import { findPractitioners } from '../../apps/competency/src/store/practitioners.ts';
import type { NationalHead } from '../../apps/competency/src/use-cases/national.ts';
import type { DemoPractitioner } from '../../tools/content/practitioners.ts';
import { expectStatus } from '../engines/call.ts';
import { startCompetency } from './competency-service.ts';
import type { CompetencyUnderTest, Furnished } from './competency-service.ts';

let service: CompetencyUnderTest;
let furnished: Furnished;
let people: DemoPractitioner[];

const content = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../content/${name}.json`, import.meta.url), 'utf8')) as T;

async function inParallel<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

beforeAll(async () => {
  service = await startCompetency();
  const { agencies } = await content<{ agencies: { code: string; region: string }[] }>('agencies');
  furnished = await service.furnish(
    Object.fromEntries(agencies.map(({ code, region }) => [code, region])),
  );
  people = (await content<{ practitioners: DemoPractitioner[] }>('practitioners')).practitioners;
  const officer = service.as({
    sub: 'registrar',
    permissions: ['practitioners.manage', 'attainments.record'],
  });
  await inParallel(people, async ({ agency, roles, attainments, ...who }) => {
    const added = await officer('POST', 'practitioners', {
      ...who,
      agencyId: furnished.agencies[agency],
      roleIds: roles.map((code) => furnished.roles[code]),
    });
    const { practitionerId } = expectStatus(added, 201).json as { practitionerId: string };
    // A third lacks the practical: above level 2 the other evidence alone must count for nothing.
    const kept = attainments.filter(
      ({ evidence }, at) => evidence !== 'practical' || (at + who.familyName.length) % 3 > 0,
    );
    const items = kept.map(({ competency, ...attainment }) => ({
      ...attainment,
      practitionerId,
      frameworkId: furnished.frameworkId,
      competencyId: furnished.competencies[competency],
    }));
    if (items.length > 0) expectStatus(await officer('POST', 'attainments/list', { items }), 201);
  });
});
afterAll(() => service.stop());

type Answer = NationalHead & NationalView;
const analyst = () => service.as({ sub: 'analyst', permissions: ['national.read'] });
const ask = async (query = ''): Promise<Answer> =>
  expectStatus(await analyst()('GET', `national${query}`), 200).json as Answer;
const shown = (cell: Cell | null | undefined) => {
  if (cell === null || cell === undefined || cell.hidden) throw new Error('hidden');
  return cell;
};

const sorted = ({ tallies, headcounts }: Population) => ({
  tallies: tallies.toSorted((a, b) => key(a).localeCompare(key(b))),
  headcounts: headcounts.toSorted((a, b) => key(a).localeCompare(key(b))),
});
const key = (entry: { roleId: string | null; agencyId: string; competencyId?: string }) =>
  `${entry.roleId}/${entry.agencyId}/${entry.competencyId}`;

describe('the national page', () => {
  it('counts people who are alike together as the rules count each person', async () => {
    const desk = service.app.get(Desk);
    const framework = await desk.frameworks.newest();
    if (framework === undefined) throw new Error('nothing is published');
    const { manager } = service.database;
    const { items } = await findPractitioners(manager, { agencies: 'all', limit: 500, offset: 0 });
    for (const date of [desk.today(), '2025-06-30', '2027-12-31']) {
      const held = heldIn(framework, date);
      const reference = await Promise.all(
        items.map(async (view) => {
          const attainments = await attainmentsOf(manager, view.practitionerId);
          return {
            agencyId: view.agencyId ?? '',
            roleIds: view.roleIds,
            headcount: 1,
            held: (competencyId: string) => [
              { level: held(competencyId, attainments).level, people: 1 },
            ],
          };
        }),
      );
      const counted = await readPopulation(manager, framework, date);
      expect(sorted(counted)).toEqual(sorted(tally(framework, reference)));
    }
  });

  it('says required against held for every role and competency of the whole country', async () => {
    const view = await ask();
    expect(shown(view.total).headcount).toBe(people.length);
    expect(view.matrix.rows.map(({ code }) => code)).toEqual([
      'FR',
      'GI',
      'OI',
      'DF',
      'CA',
      'PR',
      'JU',
      'HU',
    ]);
    const examiners = view.matrix.rows.find(({ code }) => code === 'DF');
    const cell = shown(
      examiners?.cells.find(({ competencyCode }) => competencyCode === 'EV4')?.cell,
    );
    expect(cell).toMatchObject({ headcount: 25, meanRequired: 4 });
    expect(cell.shareMeeting).toBeGreaterThan(0.1);
    expect(cell.shareMeeting).toBeLessThan(0.9);
    // IN5 is not required of them: no figure, and not a hidden one.
    expect(
      examiners?.cells.find(({ competencyCode }) => competencyCode === 'IN5')?.cell,
    ).toBeNull();
    expect(view.suppression.smallestShown).toBe(5);
    expect(view.suppression.rule.en).toContain('fewer than 5 people');
  });

  it('sums to itself: competencies over the roles, the country over its regions and agencies', async () => {
    const view = await ask('?role=FR');
    const total = shown(view.total);
    for (const parts of [view.byAgency, view.byRegion]) {
      const cells = parts.flatMap(({ cell }) => (cell === null ? [] : [shown(cell)]));
      expect(cells.reduce((sum, { sumGap }) => sum + sumGap, 0)).toBe(total.sumGap);
      expect(cells.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(total.headcount);
    }
    const gaps = view.byCompetency.map(({ cell }) => (cell === null ? 0 : shown(cell).sumGap));
    expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(total.sumGap);
  });

  it('shows no figure about fewer than five people, whatever the filter, nor lets it be computed', async () => {
    const { agencies, roles } = furnished;
    const count = (role: string | null, place: (agency: string) => boolean) =>
      people.filter((one) => (role === null || one.roles.includes(role)) && place(one.agency))
        .length;
    const codes = Object.keys(agencies);
    const roleCodes = Object.keys(roles);
    const cellAt = (role: string, agency: string) =>
      roleCodes.indexOf(role) * codes.length + codes.indexOf(agency);
    const known: number[][] = [];
    const secrets: number[][] = [];
    for (const role of [null, ...roleCodes]) {
      const of = role === null ? roleCodes : [role];
      const view = await ask(role === null ? '' : `?role=${role}`);
      const groups = [
        { inside: codes, cell: view.total },
        ...view.byAgency.map(({ code, cell }) => ({ inside: [code], cell })),
        ...view.byRegion.map(({ code, cell }) => ({
          inside: view.byAgency.filter(({ region }) => region === code).map((one) => one.code),
          cell,
        })),
      ];
      for (const { inside, cell } of groups) {
        const people = count(role, (agency) => inside.includes(agency));
        if (people > 0 && people < 5) expect(cell).toEqual({ hidden: true });
        const sum = of.flatMap((code) => inside.map((agency) => cellAt(code, agency)));
        if (people === 0 || (cell !== null && !cell.hidden)) known.push(sum);
        else if (people < 5) secrets.push(sum);
      }
      // The filter's own answer is the row of the whole table, and no more.
      for (const { id, cell } of view.byAgency) {
        const alone = await ask(`?agency=${id}${role === null ? '' : `&role=${role}`}`);
        expect(alone.total).toEqual(cell);
      }
    }
    expect(secrets.length).toBeGreaterThan(5);
    const giveaway = spanOf(known, roleCodes.length * codes.length);
    for (const secret of secrets) expect(giveaway(secret)).toBeUndefined();
  });

  it('is still of use: every role and competency of the country, agency and region is shown', async () => {
    const view = await ask();
    const all = (cells: (Cell | null)[]) => cells.filter((cell) => cell !== null);
    const hidden = (cells: (Cell | null)[]) => all(cells).filter((cell) => cell.hidden).length;
    expect(hidden(view.matrix.rows.flatMap(({ cells }) => cells.map(({ cell }) => cell)))).toBe(0);
    expect(hidden(view.byCompetency.map(({ cell }) => cell))).toBe(0);
    expect(hidden(view.byRegion.map(({ cell }) => cell))).toBe(0);
    expect(hidden(view.byAgency.map(({ cell }) => cell))).toBe(0);
  });

  it('ranks training by the sum of gap times people', async () => {
    const answer = await analyst()('GET', 'national/training-needs');
    const { items } = answer.json as TrainingNeeds;
    expect(items.length).toBe(14);
    const gaps = items.map(({ sumGap }) => sumGap);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    const byRole = await analyst()('GET', 'national/training-needs?by=role&region=sughd&role=FR');
    for (const need of (byRole.json as TrainingNeeds).items) expect(need.role?.code).toBe('FR');
  });

  it('confines an account of an agency to it, and is closed to whoever may not read it', async () => {
    const own = furnished.agencies['SUGD'] ?? '';
    const other = furnished.agencies['KHTL'] ?? '';
    const local = service.as({ agency: own, permissions: ['national.read'] });
    const view = (await local('GET', 'national')).json as Answer;
    expect(view.scope).toBe(own);
    expect(view.byAgency.map(({ id }) => id)).toEqual([own]);
    expect(view.byRegion).toEqual([]);
    expect((await local('GET', `national?agency=${other}`)).status).toBe(404);
    expect((await local('GET', 'national?region=khatlon')).status).toBe(404);
    const stranger = service.as({ permissions: ['practitioners.read'] });
    for (const path of [
      'national',
      'national.csv',
      'national/training-needs',
      'national/training-needs.csv',
    ]) {
      expect((await stranger('GET', path)).status).toBe(403);
      expect((await service.anonymously(path)).status).toBe(401);
    }
    expect((await analyst()('GET', 'national?role=XX')).status).toBe(404);
    expect((await analyst()('GET', 'national?agency=x')).problem.errors?.[0]?.field).toBe('agency');
  });

  it('comes as CSV with the same figures, and hides the same', async () => {
    const answer = await analyst()('GET', 'national.csv?language=tg');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toBe(
      'dimension,code,title,competency,people,mean_required,mean_held,share_meeting,sum_gap',
    );
    expect(lines.filter((line) => line.startsWith('role x competency'))).toHaveLength(8 * 14);
    const view = await ask();
    const hidden = view.byAgency
      .filter(({ cell }) => cell?.hidden === true)
      .map(({ code }) => code);
    for (const code of hidden) {
      const line = lines.find((candidate) => candidate.startsWith(`agency,${code},`));
      expect(line).toContain('hidden,hidden,hidden,hidden,hidden');
    }
    const needs = await analyst()('GET', 'national/training-needs.csv');
    expect(needs.text.split('\r\n')).toHaveLength(14 + 3);
  });
});
