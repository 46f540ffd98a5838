import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { maxMessageBytes } from '#libs/contracts';
import type { EventData } from '#libs/contracts';
import { score } from '#libs/qti';
import type { Scoring } from '#libs/qti';
import { AuditTrail, open } from '#libs/service-kit';
import type { FormRecord } from '../../apps/question-bank/src/store/tables.ts';
import type { Answer } from '../engines/call.ts';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import {
  approval,
  approved,
  assembled,
  because,
  blueprintPlan,
  itemBody,
  itemOf,
  peopleOf,
  plannedBlueprint,
  published,
  publishedBlueprint,
  row,
  SEAL_KEY,
  startQuestionBank,
} from './question-bank-service.ts';
import type { People, QuestionBankUnderTest } from './question-bank-service.ts';
import { openTopic } from './question-bank-topic.ts';
import type { OpenTopic, TopicMessage } from './question-bank-topic.ts';

let service: QuestionBankUnderTest;
let people: People;
let topic: OpenTopic;

beforeAll(async () => {
  service = await startQuestionBank();
  people = peopleOf(service);
  await service.publishFramework();
  topic = await openTopic(`${service.topicPrefix}form`);
});
afterAll(async () => {
  await topic.close();
  await service.stop();
});

const refusalOf = ({ status, problem }: Answer) => [status, problem.reason];
const refusedInSql = async (...statements: string[]): Promise<void> => {
  for (const statement of statements) {
    await expect(service.database.query(statement)).rejects.toThrow('does not change');
  }
};
const publishForm = async (formId: string): Promise<FormRecord> => {
  const answer = await people.publisher.here('POST', `forms/${formId}/publish`, because);
  return expectStatus(answer, 200).json as FormRecord;
};
const sentOf = (formId: string, count: number): Promise<TopicMessage[]> =>
  eventually(async () => {
    const sent = topic.messages.filter(({ key }) => key === formId);
    return sent.length >= count ? sent : undefined;
  });
const dataOf = <N extends 'form.item-published' | 'form.published'>(
  message: TopicMessage | undefined,
): EventData<N> => JSON.parse(message?.value.toString('utf8') ?? '') as EventData<N>;

interface Content {
  delivery: Record<string, unknown>;
  scoring: Scoring;
  maxScore: number;
}
const contentOf = (message: TopicMessage | undefined): Content => {
  const { formId, itemId, itemVersion, sealed } = dataOf<'form.item-published'>(message);
  const context = `form-item:${formId}:${itemId}:${itemVersion}`;
  return JSON.parse(open(SEAL_KEY, sealed, context).toString('utf8')) as Content;
};

// Words and an identifier that are found nowhere else.
const secrets = ['quokka prompt', 'рози пӯшида', 'wombat rationale', 'idNumbat', 'bilby answer'];
const secretBody = (n: number, demand = 'apply') => {
  const choices = [
    { id: 'A', text: 'wrong' },
    { id: 'idNumbat', text: 'bilby answer' },
    { id: 'C', text: 'wrong, too' },
  ];
  const part = (prompt: string) => ({ prompt, rationale: 'wombat rationale', choices });
  return itemBody('', {
    cognitiveDemand: demand,
    languages: { en: part(`quokka prompt ${n}`), tg: part(`рози пӯшида ${n}`) },
    key: { choice: 'idNumbat' },
  });
};
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ofLevel = (body: object, level: number) => ({ ...body, level });

describe('a blueprint', () => {
  it('is changed only by who read the newest draft; nothing of another is lost', async () => {
    const { author, other } = people;
    const made = await author.here('POST', 'blueprints', blueprintPlan([row('apply', 1)]));
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    const { blueprintId } = made.json as { blueprintId: string };
    const put = (who: typeof author.here, count: number, etag?: string) =>
      who('PUT', `blueprints/${blueprintId}`, blueprintPlan([row('apply', count)]), {
        ...(etag ? { 'if-match': etag } : {}),
      });
    expect((await put(author.here, 5)).status).toBe(428);
    expect((await put(author.here, 5, '"9"')).status).toBe(412);
    const both = await Promise.all([put(author.here, 2, '"1"'), put(other.here, 3, '"1"')]);
    const statuses = both.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412]);
    const now = await author.here('GET', `blueprints/${blueprintId}`);
    expect(now.headers.get('etag')).toBe('"2"');
    expect(now.json).toMatchObject({ rows: [{ count: [2, 3][statuses.indexOf(200)] }] });
  });

  it('is published by nobody who planned or changed it, from whichever account', async () => {
    const { author, other, publisher } = people;
    const id = await plannedBlueprint(people, row('apply', 1));
    const plan = blueprintPlan([row('apply', 2)]);
    expectStatus(await other.here('PUT', `blueprints/${id}`, plan, { 'if-match': '"1"' }), 200);
    for (const who of [author.here, author.elsewhere, other.here, other.elsewhere]) {
      const answer = await who('POST', `blueprints/${id}/publish`, because);
      expect(refusalOf(answer)).toEqual([403, 'author-publishes']);
    }
    const publish = (tag: string) =>
      publisher.here('POST', `blueprints/${id}/publish`, because, { 'if-match': tag });
    // Read before the other author changed it.
    expect((await publish('"1"')).status).toBe(412);
    const answer = await publish('"2"');
    expect([answer.status, answer.json]).toMatchObject([200, { state: 'published' }]);
    const acts = await service.app.get(AuditTrail).ofSubject('blueprint', id);
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['blueprint.published', because.reason],
    ]);
  });

  it('once published is changed by nobody, neither over HTTP nor in the database', async () => {
    const { author, publisher } = people;
    const id = await publishedBlueprint(people, row('apply', 1));
    const before = (await author.here('GET', `blueprints/${id}`)).text;
    const plan = blueprintPlan([row('apply', 9)]);
    const edit = await author.here('PUT', `blueprints/${id}`, plan, { 'if-match': '"2"' });
    expect(refusalOf(edit)).toEqual([409, 'already-published']);
    const again = await publisher.here('POST', `blueprints/${id}/publish`, because);
    expect(refusalOf(again)).toEqual([409, 'already-published']);
    expect((await author.here('DELETE', `blueprints/${id}`)).status).toBe(404);
    await refusedInSql(
      `UPDATE blueprint SET rows = '[]' WHERE blueprint_id = '${id}'`,
      `DELETE FROM blueprint WHERE blueprint_id = '${id}'`,
      'TRUNCATE blueprint CASCADE',
    );
    expect((await author.here('GET', `blueprints/${id}`)).text).toBe(before);
  });
});

describe('a form', () => {
  it('is refused while the bank is too small, which says what lacks', async () => {
    const { author } = people;
    await published(people, itemBody('Only one', { cognitiveDemand: 'evaluate' }));
    await approved(people, itemBody('Not published yet', { cognitiveDemand: 'evaluate' }));
    const draft = await plannedBlueprint(people, row('evaluate', 1));
    const early = await author.here('POST', 'forms', { blueprintId: draft });
    expect(refusalOf(early)).toEqual([409, 'blueprint-not-published']);
    const demands = [row('evaluate', 3), row('analyse', 2)];
    const blueprintId = await publishedBlueprint(people, ...demands);
    const answer = await author.here('POST', 'forms', { blueprintId });
    expect(refusalOf(answer)).toEqual([422, 'not-enough-items']);
    expect(answer.problem.errors).toEqual([
      { field: 'rows.0', message: '2 more needed' },
      { field: 'rows.1', message: '2 more needed' },
    ]);
    const unknown = await author.here('POST', 'forms', { blueprintId: crypto.randomUUID() });
    expect(unknown.status).toBe(404);
    expect(await service.database.query('SELECT FROM form')).toEqual([]);
  });

  it('goes out, once somebody else publishes it, as an item a message and then a manifest of digests, all sealed', async () => {
    const { author, publisher } = people;
    const demands = ['apply', 'apply', 'remember', 'remember', 'understand'];
    const bodies = demands.map((demand, n) => ofLevel(secretBody(n, demand), 2));
    for (const body of bodies) await published(people, body);
    const rows = [row('remember', 2), row(null, 1), row('apply', 2)];
    const blueprintId = await publishedBlueprint(people, ...rows.map((one) => ofLevel(one, 2)));
    const form = await assembled(people, blueprintId);
    const chosen = await Promise.all(
      form.items.map(async ({ itemId }) => itemOf(await author.here('GET', `items/${itemId}`))),
    );
    expect(chosen.map(({ cognitiveDemand }) => cognitiveDemand)).toEqual([
      'remember',
      'remember',
      'understand',
      'apply',
      'apply',
    ]);
    expect(form).toMatchObject({ state: 'draft', languages: ['en', 'tg'], maxScore: 5 });

    for (const who of [author.here, author.elsewhere]) {
      const answer = await who('POST', `forms/${form.formId}/publish`, because);
      expect(refusalOf(answer)).toEqual([403, 'assembler-publishes']);
    }
    const outbox = () =>
      service.database.query<object[]>('SELECT FROM outbox WHERE key = $1', [form.formId]);
    expect(await outbox()).toEqual([]);
    const done = await publishForm(form.formId);
    expect(done).toMatchObject({ state: 'published', publisher: { account: 'publisher' } });
    const again = await publisher.here('POST', `forms/${form.formId}/publish`, because);
    expect(refusalOf(again)).toEqual([409, 'already-published']);
    expect(await outbox()).toHaveLength(6);

    const sent = await sentOf(form.formId, 6);
    expect(sent.map(({ type, version }) => [type, version])).toEqual([
      ...[1, 2, 3, 4, 5].map((n) => ['sanad.form.item-published.v1', n]),
      ['sanad.form.published.v1', 6],
    ]);
    const items = sent.slice(0, 5).map((message) => dataOf<'form.item-published'>(message));
    const manifest = dataOf<'form.published'>(sent[5]);
    expect(
      items.map(({ position, itemId, itemVersion }) => ({ position, itemId, itemVersion })),
    ).toEqual(form.items);
    for (const { digest, sealed } of items) {
      const bytes = `${sealed.iv}.${sealed.tag}.${sealed.ciphertext}`;
      expect(digest).toBe(`sha256-${createHash('sha256').update(bytes).digest('base64url')}`);
    }
    expect(manifest).toMatchObject({
      formId: form.formId,
      blueprintId,
      level: 1,
      languages: ['en', 'tg'],
      maxScore: 5,
      items: items.map(({ position, itemId, itemVersion, digest }) => ({
        position,
        itemId,
        itemVersion,
        digest,
      })),
    });

    const hand = ({ account, person }: { account: string; person: string }) => ({
      account,
      person,
    });
    for (const { hands } of items) {
      expect(hands).toEqual({
        authors: [hand(author)],
        reviews: [
          { by: hand(people.reviewer), at: expect.stringMatching(INSTANT), verdict: 'approve' },
        ],
        publishedBy: hand(publisher),
        publishedAt: expect.stringMatching(INSTANT),
      });
    }
    expect(manifest).toMatchObject({
      assembledBy: hand(author),
      assembledAt: new Date(form.createdAt).toISOString(),
      publishedBy: hand(publisher),
    });

    const { delivery, scoring } = contentOf(sent[0]);
    expect(JSON.stringify(delivery)).toContain('рози пӯшида');
    const scored = score(scoring, { RESPONSE: 'idNumbat' }, 'seed');
    expect(scored.ok && scored.score).toBe(1);
  });

  it('leaves no word of a prompt or a key in the topic, in the outbox or in any table', async () => {
    const tables = await service.database.query<{ name: string }[]>(
      "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')",
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'public.item_version',
        'public.outbox',
        'public.form',
        'public.audit',
      ]),
    );
    const places: [string, string][] = [];
    for (const { name } of tables) {
      const rows = await service.database.query<{ text: string }[]>(
        `SELECT t::text AS text FROM ${name} t`,
      );
      places.push([name, rows.map(({ text }) => text).join('\n')]);
    }
    for (const { value } of topic.messages) places.push(['the topic', value.toString('utf8')]);
    // base64 hides nothing: what it stands for is looked through, too.
    const decoded = ([name, text]: [string, string]): [string, string] => [
      `${name}, decoded`,
      (text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [])
        .map((run) => Buffer.from(run, 'base64').toString('utf8'))
        .join('\n'),
    ];
    expect(places.find(([name]) => name === 'public.outbox')?.[1]).toContain('ciphertext');
    expect(places.filter(([name]) => name === 'the topic').length).toBeGreaterThan(5);
    for (const [name, text] of [...places, ...places.map(decoded)]) {
      for (const secret of secrets) {
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false]);
      }
    }
  });

  it('is opened only with the key, and for the form, item and version that it was sealed for', async () => {
    const [message] = topic.messages.filter(({ type }) => type.includes('item-published'));
    const { formId, itemId, itemVersion, sealed } = dataOf<'form.item-published'>(message);
    const context = `form-item:${formId}:${itemId}:${itemVersion}`;
    expect(Buffer.from(sealed.iv, 'base64')).toHaveLength(12);
    expect(Buffer.from(sealed.tag, 'base64')).toHaveLength(16);
    expect(open(SEAL_KEY, sealed, context).toString()).toContain('idNumbat');
    expect(() => open(Buffer.alloc(32, 6), sealed, context)).toThrow();
    const elsewhere = `form-item:${crypto.randomUUID()}:${itemId}:${itemVersion}`;
    expect(() => open(SEAL_KEY, sealed, elsewhere)).toThrow();
  });

  it('once published is changed by nobody, neither over HTTP nor in the database', async () => {
    const [{ form_id: id } = { form_id: '' }] = await service.database.query<{ form_id: string }[]>(
      "SELECT form_id FROM form WHERE state = 'published'",
    );
    const before = (await people.author.here('GET', `forms/${id}`)).text;
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await people.author.here(method, `forms/${id}`, {})).status).toBe(404);
    }
    await refusedInSql(
      `UPDATE form SET items = '[]' WHERE form_id = '${id}'`,
      `UPDATE form SET state = 'draft' WHERE form_id = '${id}'`,
      `DELETE FROM form WHERE form_id = '${id}'`,
      'TRUNCATE form',
    );
    expect((await people.author.here('GET', `forms/${id}`)).text).toBe(before);
  });

  it('keeps the item versions that it was assembled of, whatever is published after', async () => {
    const { other, reviewer, publisher } = people;
    const demand = { cognitiveDemand: 'analyse' };
    const id = await published(people, itemBody('Old words', demand));
    const blueprintId = await publishedBlueprint(people, row('analyse', 1));
    const form = await assembled(people, blueprintId);
    expectStatus(await other.here('POST', `items/${id}/versions`), 201);
    const newer = itemBody('New words', demand);
    expectStatus(await other.here('PUT', `items/${id}`, newer, { 'if-match': '"1"' }), 200);
    // In work it is not used; the published one still is.
    const meanwhile = await assembled(people, blueprintId);
    expect(meanwhile.items).toEqual([{ position: 1, itemId: id, itemVersion: 1 }]);
    expectStatus(await other.here('POST', `items/${id}/submit`), 200);
    expectStatus(await reviewer.here('POST', `items/${id}/review`, approval()), 200);
    expectStatus(await publisher.here('POST', `items/${id}/publish`, because), 200);
    await publishForm(form.formId);
    const [message] = await sentOf(form.formId, 2);
    expect(dataOf<'form.item-published'>(message).itemVersion).toBe(1);
    expect(JSON.stringify(contentOf(message).delivery)).toContain('Old words (en)');
    const next = await assembled(people, blueprintId);
    expect(next.items).toEqual([{ position: 1, itemId: id, itemVersion: 2 }]);
  });

  it('is usable only in the languages in which each of its items is approved', async () => {
    const level2 = (prompt: string) => itemBody(prompt, { cognitiveDemand: 'understand' });
    await published(people, level2('In three'));
    await published(people, level2('In two'), ['ru', 'tg']);
    const blueprintId = await publishedBlueprint(people, row('understand', 2));
    const form = await assembled(people, blueprintId);
    expect(form.languages).toEqual(['ru', 'tg']);
    await publishForm(form.formId);
    const sent = await sentOf(form.formId, 3);
    expect(dataOf<'form.published'>(sent[2]).languages).toEqual(['ru', 'tg']);
    for (const message of sent.slice(0, 2)) {
      const { delivery } = contentOf(message);
      expect(Object.keys(delivery)).toEqual(['ru', 'tg']);
      // Not even the words of a language that nobody approved go out.
      expect(JSON.stringify(contentOf(message))).not.toContain('option A in en');
    }
    await published(people, level2('In English only'), ['en']);
    const all = await publishedBlueprint(people, row('understand', 3));
    const none = await people.author.here('POST', 'forms', { blueprintId: all });
    expect(refusalOf(none)).toEqual([422, 'no-common-language']);
  });

  it('has no message of 512 KiB or more, though an item of it is as large as an item may be', async () => {
    const words = 'ӯ'.repeat(1990);
    const choices = Array.from({ length: 20 }, (_, n) => ({ id: `c${n}`, text: `${n}${words}` }));
    const part = { prompt: 'ӯ'.repeat(8000), rationale: 'Long.', choices };
    const body = itemBody('', {
      cognitiveDemand: 'evaluate',
      level: 2,
      languages: { en: part, ru: part, tg: part },
      key: { choice: 'c1' },
    });
    await published(people, body);
    const large = ofLevel(row('evaluate', 1), 2);
    const form = await assembled(people, await publishedBlueprint(people, large));
    await publishForm(form.formId);
    const sizes = (await sentOf(form.formId, 2)).map(({ value }) => value.length);
    expect(Math.max(...sizes)).toBeGreaterThan(maxMessageBytes / 2);
    expect(Math.max(...topic.messages.map(({ value }) => value.length))).toBeLessThan(
      maxMessageBytes,
    );
  });
});
