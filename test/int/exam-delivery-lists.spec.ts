import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../engines/call.ts';
import { furnish, practitioner, publishForm } from './exam-delivery-content.ts';
import type { World } from './exam-delivery-content.ts';
import {
  candidate,
  manager,
  publishedExam,
  reason,
  sittingOf,
  start,
} from './exam-delivery-exam.ts';
import { startExamDelivery } from './exam-delivery-service.ts';
import type { Asking, ExamDeliveryUnderTest } from './exam-delivery-service.ts';
import { TitlesOfSittings1764000000102 } from '../../apps/exam-delivery/src/store/migrations/titles-of-sittings.ts';

interface Line {
  practitionerId: string;
  attemptId: string | null;
  state: string;
}
interface Lines {
  items: Line[];
  total: number;
  counts: Record<string, number>;
}

let service: ExamDeliveryUnderTest;
let world: World;
let officer: Asking;
let examId: string;
let sittingId: string;
let people: string[];
/** By state, the attempt of each who has one. */
const attempts: Record<string, string> = {};

const read = async (list: 'progress' | 'results', query = '', who = officer): Promise<Lines> =>
  expectStatus(await who('GET', `sittings/${sittingId}/${list}${query}`), 200).json as Lines;
const states = (lines: Lines): string[] => lines.items.map(({ state }) => state).toSorted();

/** One who waits, one who has run out of time, one in the exam, one whose first attempt was void. */
beforeAll(async () => {
  service = await startExamDelivery();
  world = await furnish(service);
  const forms = [await publishForm(service, world), await publishForm(service, world)];
  examId = await publishedExam(service, world, forms, { release: 'by-officer' });
  officer = manager(service);
  const { north, south } = world.agencies;
  people = [];
  for (const agency of [north, north, north, north, north, south])
    people.push(await practitioner(service, agency));
  sittingId = await sittingOf(service, examId, people);
  const [, late = '', over = '', given = '', twice = '', busy = ''] = people;
  const submit = async (person: string): Promise<string> => {
    const { attemptId, token } = await start(service, sittingId, person);
    expectStatus(await service.withToken(token)('POST', `attempts/${attemptId}/submit`, {}), 200);
    return attemptId;
  };
  attempts['decided'] = await submit(over);
  attempts['released'] = await submit(given);
  await service.passTime(0);
  expectStatus(await officer('POST', `attempts/${attempts['released']}/release`, reason), 204);
  const first = await start(service, sittingId, twice);
  expectStatus(await officer('POST', `attempts/${first.attemptId}/void`, reason), 204);
  attempts['void'] = first.attemptId;
  attempts['closing'] = (await start(service, sittingId, late)).attemptId;
  await service.passTime(41);
  attempts['in-progress'] = (await start(service, sittingId, busy)).attemptId;
  attempts['again'] = (await start(service, sittingId, twice)).attemptId;
});
afterAll(() => service.stop());

describe('the people of a sitting', () => {
  it('are counted by state in the answer, whatever part of them it holds', async () => {
    const counts = {
      people: 6,
      enrolled: 1,
      'in-progress': 2,
      closing: 1,
      submitted: 0,
      decided: 1,
      released: 1,
      void: 1,
    };
    const all = await read('progress');
    expect(all).toMatchObject({ total: 7, counts });
    expect(states(all)).toEqual([
      'closing',
      'decided',
      'enrolled',
      'in-progress',
      'in-progress',
      'released',
      'void',
    ]);
    expect(await read('progress', '?limit=1&state=void')).toMatchObject({ total: 1, counts });
    expect(await read('results', '?limit=1')).toMatchObject({ total: 6, counts });
  });

  it('come a page at a time, each line once', async () => {
    const pages = await Promise.all(
      [0, 3, 6, 9].map((offset) => read('progress', `?limit=3&offset=${offset}`)),
    );
    expect(pages.map((page) => [page.items.length, page.total])).toEqual([
      [3, 7],
      [3, 7],
      [1, 7],
      [0, 7],
    ]);
    const keys = pages.flatMap((page) =>
      page.items.map((one) => one.attemptId ?? one.practitionerId),
    );
    expect(new Set(keys).size).toBe(7);
    expect((await officer('GET', `sittings/${sittingId}/progress?limit=501`)).status).toBe(400);
  });

  it('are found by state', async () => {
    for (const state of ['closing', 'decided', 'released', 'void']) {
      for (const list of ['progress', 'results'] as const) {
        const { items, total } = await read(list, `?state=${state}`);
        expect([list, state, total, items.map((line) => line.attemptId)]).toEqual([
          list,
          state,
          1,
          [attempts[state]],
        ]);
      }
    }
    expect((await read('progress', '?state=enrolled')).items).toMatchObject([
      { practitionerId: people[0], attemptId: null },
    ]);
    expect(await read('results', '?state=enrolled')).toMatchObject({ items: [], total: 0 });
    const unknown = await officer('GET', `sittings/${sittingId}/progress?state=gone`);
    expect(unknown.problem.errors).toMatchObject([{ field: 'state' }]);
  });

  it('are found by the beginning of their number or of their attempt’s, and by the person', async () => {
    const [, , , , twice = ''] = people;
    const bySome = await read('progress', `?search=${twice.slice(0, 8).toUpperCase()}`);
    expect(states(bySome)).toEqual(['in-progress', 'void']);
    const byAttempt = await read('results', `?search=${attempts['again']?.slice(0, 8)}`);
    expect(byAttempt.items.map((line) => line.attemptId)).toEqual([attempts['again']]);
    expect((await read('progress', `?practitionerId=${twice}&state=void`)).total).toBe(1);
    // Neither a pattern nor a name is an id's beginning.
    for (const search of ['%25', '_', 'Rahimov', '-']) {
      expect([search, (await read('progress', `?search=${search}`)).total]).toEqual([search, 0]);
    }
  });

  it('are those of the officer’s agency only, in lines and in counts', async () => {
    const south = manager(service, world.agencies.south);
    const own = await read('progress', '', south);
    expect(own).toMatchObject({ total: 1, counts: { people: 1, 'in-progress': 1, decided: 0 } });
    expect((await read('results', '?state=decided', south)).total).toBe(0);
    expect((await read('progress', `?practitionerId=${people[0]}`, south)).total).toBe(0);
  });

  it('stand in the file of results whole, whatever the page', async () => {
    const file = await officer('GET', `sittings/${sittingId}/results.csv`);
    expect(file.text.trim().split('\r\n')).toHaveLength(1 + 6);
  });
});

describe('the title of a sitting', () => {
  const title = { en: 'Autumn sitting', ru: 'Осенняя сессия', tg: 'Нишасти тирамоҳӣ' };

  it('is told in every language to officers and candidates', async () => {
    expect((await officer('GET', `sittings/${sittingId}`)).json).toMatchObject({ title });
    const list = (await officer('GET', 'sittings')).json;
    expect(list).toMatchObject({ items: [{ sittingId, title }] });
    const mine = await candidate(service, people[0] ?? '')('GET', 'me/exams');
    expect(mine.json).toMatchObject({ items: [{ sittingId, title }] });
    const file = await officer('GET', `attempts/${attempts['decided']}/case`);
    expect(file.json).toMatchObject({ sitting: { title } });
  });

  it('is refused where a language is missing, by its field', async () => {
    const opensAt = new Date().toISOString();
    const closesAt = new Date(Date.now() + 60_000).toISOString();
    const make = (wrong: unknown) =>
      officer('POST', 'sittings', { examId, title: wrong, opensAt, closesAt });
    const fields = async (wrong: unknown) => [
      ...new Set((await make(wrong)).problem.errors?.map(({ field }) => field)),
    ];
    expect(await fields({ en: 'Autumn', ru: '' })).toEqual(['title.ru', 'title.tg']);
    expect(await fields('Autumn')).toEqual(['title']);
  });

  it('of before, in one language, stands in each', async () => {
    const runner = service.database.createQueryRunner();
    await runner.startTransaction();
    try {
      const migration = new TitlesOfSittings1764000000102();
      await migration.down(runner);
      await runner.query('update sitting set title = \'Нишасти "аввал"\'');
      await migration.up(runner);
      const [row] = (await runner.query('select title from sitting')) as { title: object }[];
      const text = 'Нишасти "аввал"';
      expect(row?.title).toEqual({ en: text, ru: text, tg: text });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
