import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../engines/call.ts';
import {
  FRAMEWORK,
  blueprintPlan,
  itemBody,
  peopleOf,
  row,
  startQuestionBank,
  written,
} from './question-bank-service.ts';
import type { People, QuestionBankUnderTest } from './question-bank-service.ts';

let service: QuestionBankUnderTest;
let people: People;

beforeAll(async () => {
  service = await startQuestionBank();
  people = peopleOf(service);
  await service.publishFramework();
});
afterAll(() => service.stop());

const good = itemBody('Good');
const { en, ru, tg } = good.languages;
const inEnglish = (changed: object) => ({ languages: { en: { ...en, ...changed } } });
const bare = { prompt: 'How many?', rationale: 'It is said there.' };
const pair = (id: string) => ({ id, text: `words of ${id}` });
const match = {
  interaction: 'match',
  languages: {
    en: { ...bare, left: [pair('L1'), pair('L2')], right: [pair('R1'), pair('R2')] },
  },
};
const long = (n: number) => 'ӯ'.repeat(n);
const many = (side: string) => Array.from({ length: 20 }, (_, n) => option(side, n));
const option = (side: string, n: number) => ({ id: `${side}${n}`, text: `${n}${long(1990)}` });
const huge = { prompt: long(8000), rationale: long(8000), left: many('L'), right: many('R') };

describe('the body of an item', () => {
  const wrong: [string, object, string][] = [
    ['a member that nobody knows', { colour: 'red' }, 'colour'],
    ['no competency', { competencyCode: undefined }, 'competencyCode'],
    ['a competency that the framework has not', { competencyCode: 'XX9' }, 'competencyCode'],
    ['a level that is no number', { level: 'one' }, 'level'],
    ['a level that the framework has not', { level: 3 }, 'level'],
    ['a demand that nobody knows', { cognitiveDemand: 'guess' }, 'cognitiveDemand'],
    ['an interaction that nobody knows', { interaction: 'drawing' }, 'interaction'],
    ['a source without a clause', { source: { document: 'RFC 3227' } }, 'source.clause'],
    ['a source at no address', { source: { ...good.source, url: 'ftp:/x' } }, 'source.url'],
    ['no language', { languages: {} }, 'languages'],
    ['a language that nobody knows', { languages: { en, de: en } }, 'languages.de'],
    ['null for a language', { languages: { en, ru: null } }, 'languages.ru'],
    ['no prompt', inEnglish({ prompt: undefined }), 'languages.en.prompt'],
    ['a prompt of spaces', inEnglish({ prompt: '  ' }), 'languages.en.prompt'],
    ['a rationale of spaces', inEnglish({ rationale: '\n' }), 'languages.en.rationale'],
    ['U+0000 in a prompt', inEnglish({ prompt: 'a\0b' }), 'languages.en.prompt'],
    ['a character that XML has not', inEnglish({ prompt: 'a\u0001b' }), 'languages.en.prompt'],
    [
      'such a character in a choice',
      inEnglish({ choices: [...en.choices.slice(0, 2), { id: 'C', text: '\uffff' }] }),
      'languages.en.choices.2.text',
    ],
    [
      'a choice without words',
      inEnglish({ choices: [...en.choices.slice(0, 2), { id: 'C', text: ' ' }] }),
      'languages.en.choices.2.text',
    ],
    ['a choice that is a text', inEnglish({ choices: ['A', 'B', 'C'] }), 'languages.en.choices'],
    ['two choices', inEnglish({ choices: en.choices.slice(1) }), 'languages.en.choices'],
    ['a key that is no choice', { key: { choice: 'Z' } }, 'key.choice'],
    ['null for a key', { key: { choice: null } }, 'key.choice'],
    ['no key', { key: undefined }, 'key'],
    [
      'null for a number',
      { interaction: 'numeric', languages: { en: bare }, key: { number: null } },
      'key.number',
    ],
    [
      'a tolerance below 0',
      {
        interaction: 'numeric',
        languages: { en: bare },
        key: { number: { value: 1, tolerance: -1 } },
      },
      'key.number.tolerance',
    ],
    [
      'an answer of spaces',
      { interaction: 'text', languages: { en: { ...bare, accepted: [' '] } }, key: {} },
      'languages.en.accepted.0',
    ],
    [
      'a pair of three',
      {
        ...match,
        key: {
          pairs: [
            ['L1', 'R1', 'R2'],
            ['L2', 'R2'],
          ],
        },
      },
      'key.pairs',
    ],
    [
      'a pair of what is no text',
      {
        ...match,
        key: {
          pairs: [
            ['L1', { a: 1 }],
            ['L2', 'R2'],
          ],
        },
      },
      'key.pairs',
    ],
    ['a score of nothing', { maxScore: 0 }, 'maxScore'],
  ];
  it.each(wrong)('with %s is refused, and the field is named', async (_, changed, field) => {
    const answer = await people.author.here('POST', 'items', { ...good, ...changed });
    expect([answer.status, answer.text]).toEqual([400, expect.any(String)]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const fields = answer.problem.errors?.map((error) => error.field);
    expect(fields).toContain(field);
  });

  it('may leave out what is null, and a unit', async () => {
    const numeric = {
      ...good,
      interaction: 'numeric',
      languages: { en: bare },
      key: { number: { value: 3, tolerance: 0, unit: null } },
      shuffle: null,
      maxScore: null,
    };
    const id = await written(people, numeric);
    const preview = await people.author.here('GET', `items/${id}/preview?language=en`);
    expect([preview.status, preview.text.includes('null</')]).toEqual([200, false]);
  });

  it('that no message could carry is refused before anybody reviews it', async () => {
    const pairs = many('L').map(({ id }, n) => [id, `R${n}`]);
    const body = { ...good, ...match, key: { pairs }, languages: { en: huge, ru: huge, tg: huge } };
    const answer = await people.author.here('POST', 'items', body);
    expect([answer.status, answer.problem.errors?.[0]?.field]).toEqual([400, 'languages']);
  });

  it('that is no JSON is refused without a word of the machine', async () => {
    const answer = await people.author.here('POST', 'items', '{"competencyCode":');
    expect([answer.status, answer.problem.type]).toEqual([400, 'urn:sanad:problem:invalid']);
  });
});

describe('a translation', () => {
  const choices = (list: unknown) => ({ ...ru, choices: list });
  const [a, b, c] = ru.choices;
  const different: [string, object, string][] = [
    ['another order', choices([a, c, b]), 'languages.ru.choices.1.id'],
    ['another id', choices([a, b, { ...c, id: 'D' }]), 'languages.ru.choices.2.id'],
    ['a choice less', choices([a, b]), 'languages.ru.choices'],
    ['a choice more', choices([a, b, c, { id: 'D', text: 'more' }]), 'languages.ru.choices'],
    ['another kind of list', { ...bare, left: [a, b], right: [b, c] }, 'languages.ru.left'],
  ];
  it.each(different)('with %s is refused, with the place', async (_, other, field) => {
    const body = { ...good, languages: { en, ru: other, tg } };
    const answer = await people.author.here('POST', 'items', body);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map((error) => error.field)).toContain(field);
  });

  it('of a change is held to the same', async () => {
    const id = await written(people, good);
    const body = {
      ...good,
      languages: { en, ru, tg: { ...tg, choices: tg.choices.toReversed() } },
    };
    const answer = await people.author.here('PUT', `items/${id}`, body, { 'if-match': '"1"' });
    expect([answer.status, answer.problem.errors?.[0]?.field]).toEqual([
      400,
      'languages.tg.choices.0.id',
    ]);
  });

  it('may have other words, other paragraphs and answers of its own', async () => {
    const body = {
      ...good,
      interaction: 'text',
      languages: {
        en: { ...bare, accepted: ['chain of custody', 'custody chain'] },
        tg: { ...bare, prompt: 'Якум.\n\nДуюм?', accepted: ['занҷири нигоҳдорӣ'] },
      },
      key: {},
    };
    expectStatus(await people.author.here('POST', 'items', body), 201);
  });
});

describe('a preview', () => {
  const kinds: [string, object, string[]][] = [
    ['choice', {}, ['option A in tg', 'option B in tg', 'option C in tg']],
    ['multiple', { key: { choices: ['A', 'C'] } }, ['option A in tg', 'option B in tg']],
    ['order', { key: { order: ['C', 'A', 'B'] } }, ['option A in tg', 'option B in tg']],
    [
      'match',
      {
        languages: { tg: match.languages.en },
        key: {
          pairs: [
            ['L1', 'R2'],
            ['L2', 'R1'],
          ],
        },
      },
      ['words of L1', 'words of R2'],
    ],
    [
      'numeric',
      { languages: { tg: bare }, key: { number: { value: 4217, tolerance: 13, unit: 'KiB' } } },
      ['KiB'],
    ],
    ['text', { languages: { tg: { ...bare, accepted: ['secret answer'] } }, key: {} }, []],
  ];
  it.each(kinds)(
    'of %s shows what the candidate will see, and no key',
    async (kind, changed, shown) => {
      const body = { ...good, interaction: kind, ...changed };
      const id = await written(people, body);
      const answer = await people.reviewer.here('GET', `items/${id}/preview?language=tg`);
      expect(answer.status).toBe(200);
      const { delivery, ...rest } = answer.json as { delivery: unknown };
      expect(rest).toEqual({ itemId: id, version: 1, language: 'tg' });
      const prompt = (body.languages as Record<string, { prompt: string }>)['tg']?.prompt ?? '';
      for (const words of [prompt, ...shown]) expect(answer.text).toContain(words);
      expect(answer.text).not.toMatch(/rationale|Why B is right|secret answer|4217|\b13\b/);
      expect(answer.text).not.toMatch(/correct|scoring|mapping|mapped|rules|"key"/i);
      expect(delivery).toHaveProperty('responses');
    },
  );

  it('shows the same to candidates whatever the key is', async () => {
    const see = async (key: string) => {
      const id = await written(people, { ...good, key: { choice: key } });
      const answer = await people.author.here('GET', `items/${id}/preview?language=ru`);
      return answer.text.replaceAll(id, 'ID');
    };
    const [first, ...others] = [await see('A'), await see('B'), await see('C')];
    for (const other of others) expect(other).toBe(first);
    expect(first).toContain('option B in ru');
  });

  it('is of a language that the item has', async () => {
    const id = await written(people, { ...good, languages: { en } });
    expect((await people.author.here('GET', `items/${id}/preview?language=tg`)).status).toBe(404);
    const answer = await people.author.here('GET', `items/${id}/preview?language=de`);
    expect([answer.status, answer.problem.errors?.[0]?.field]).toEqual([400, 'language']);
  });
});

describe('the body of a review, a publication, a blueprint and a form', () => {
  const id = crypto.randomUUID();
  const plan = blueprintPlan([row('apply', 1)]);
  const wrong: [string, string, unknown, string][] = [
    ['no verdict', `items/${id}/review`, { comment: 'x' }, 'verdict'],
    ['another verdict', `items/${id}/review`, { verdict: 'maybe', comment: 'x' }, 'verdict'],
    ['no comment', `items/${id}/review`, { verdict: 'return' }, 'comment'],
    [
      'a language twice',
      `items/${id}/review`,
      { verdict: 'approve', comment: 'x', languages: ['en', 'en'] },
      'languages',
    ],
    ['no reason', `items/${id}/publish`, {}, 'reason'],
    ['no rows', 'blueprints', { ...plan, rows: [] }, 'rows'],
    [
      'a title in two languages',
      'blueprints',
      { ...plan, title: { en: 'a', ru: 'b' } },
      'title.tg',
    ],
    ['a row for nothing', 'blueprints', { ...plan, rows: [row('apply', 0)] }, 'rows.0.count'],
    [
      'a row for another competency',
      'blueprints',
      { ...plan, rows: [{ ...row(null, 1), competencyCode: 'XX' }] },
      'rows.0.competencyCode',
    ],
    ['a level that there is not', 'blueprints', { ...plan, level: 4 }, 'level'],
    [
      'more items than a manifest carries',
      'blueprints',
      { ...plan, rows: Array(50).fill(row(null, 200)) },
      'rows',
    ],
    ['no blueprint', 'forms', {}, 'blueprintId'],
    ['no seed but a word', 'forms', { blueprintId: FRAMEWORK, seed: 'x' }, 'seed'],
    ['no reason for a form', `forms/${id}/publish`, { reason: '' }, 'reason'],
  ];
  it.each(wrong)('with %s is refused, and the field is named', async (_, path, body, field) => {
    const answer = await people.publisher.here('POST', path, body);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map((error) => error.field)).toContain(field);
  });
});
