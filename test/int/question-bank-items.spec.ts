import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '#libs/service-kit';
import type { Answer } from '../engines/call.ts';
import { expectStatus } from '../engines/call.ts';
import {
  approval,
  approved,
  because,
  itemBody,
  itemOf,
  peopleOf,
  published,
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

const refusalOf = ({ status, problem }: Answer) => [status, problem.reason];

describe('an item', () => {
  it('goes from draft over review to published by three persons, and says who did what and why', async () => {
    const { author, reviewer, publisher } = people;
    const id = await written(people, itemBody('Three persons'));
    const submitted = await author.here('POST', `items/${id}/submit`);
    expect([submitted.status, itemOf(submitted).state]).toEqual([200, 'in-review']);
    const reviewed = await reviewer.here('POST', `items/${id}/review`, approval());
    expect([reviewed.status, itemOf(reviewed).state]).toEqual([200, 'approved']);
    expectStatus(await publisher.here('POST', `items/${id}/publish`, because), 200);
    const shown = itemOf(await people.other.here('GET', `items/${id}`));
    const hand = ({ account, person }: typeof author) => ({ account, person });
    expect(shown).toMatchObject({
      state: 'published',
      version: 1,
      author: hand(author),
      reviews: [
        {
          by: hand(reviewer),
          verdict: 'approve',
          comment: 'Checked against the source.',
          languages: ['en', 'ru', 'tg'],
        },
      ],
      publisher: hand(publisher),
    });
    const acts = await service.app.get(AuditTrail).ofSubject('item', id);
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['item.approved', 'Checked against the source.'],
      ['item.published', because.reason],
    ]);
  });

  it('is not reviewed by its author, not even from his second account', async () => {
    const { author } = people;
    const id = await written(people, itemBody('Own review'));
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    for (const account of [author.here, author.elsewhere]) {
      const answer = await account('POST', `items/${id}/review`, approval());
      expect(refusalOf(answer)).toEqual([403, 'author-reviews']);
    }
    expect(itemOf(await author.here('GET', `items/${id}`))).toMatchObject({
      state: 'in-review',
      reviews: [],
    });
  });

  it('is published neither by its author nor by its reviewer, from whichever account', async () => {
    const { author, reviewer, publisher } = people;
    const id = await approved(people, itemBody('Own publication'));
    const publish = `items/${id}/publish`;
    for (const account of [author.here, author.elsewhere]) {
      expect(refusalOf(await account('POST', publish, because))).toEqual([403, 'author-publishes']);
    }
    for (const account of [reviewer.here, reviewer.elsewhere]) {
      const answer = await account('POST', publish, because);
      expect(refusalOf(answer)).toEqual([403, 'reviewer-publishes']);
    }
    expect((await publisher.here('POST', publish, because)).status).toBe(200);
  });

  it('has everybody who changed its draft for an author', async () => {
    const { author, reviewer, publisher, other } = people;
    const id = await written(people, itemBody('Two authors'));
    const changed = await other.here('PUT', `items/${id}`, itemBody('Two authors, better'), {
      'if-match': '"1"',
    });
    expect(itemOf(changed).authors.map(({ account }) => account)).toEqual(['author', 'other']);
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    const own = await other.elsewhere('POST', `items/${id}/review`, approval());
    expect(refusalOf(own)).toEqual([403, 'author-reviews']);
    expectStatus(await reviewer.here('POST', `items/${id}/review`, approval()), 200);
    const publication = await other.elsewhere('POST', `items/${id}/publish`, because);
    expect(refusalOf(publication)).toEqual([403, 'author-publishes']);
    expectStatus(await publisher.here('POST', `items/${id}/publish`, because), 200);
  });

  it('takes no step before the one that it stands at', async () => {
    const { author, reviewer, publisher } = people;
    const id = await written(people, itemBody('Out of turn'));
    const review = () => reviewer.here('POST', `items/${id}/review`, approval());
    const publish = () => publisher.here('POST', `items/${id}/publish`, because);
    expect(refusalOf(await review())).toEqual([409, 'not-in-review']);
    expect(refusalOf(await publish())).toEqual([409, 'not-approved']);
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    expect(refusalOf(await publish())).toEqual([409, 'not-approved']);
    const again = await author.here('POST', `items/${id}/submit`);
    expect(refusalOf(again)).toEqual([409, 'not-a-draft']);
    const edit = await author.here('PUT', `items/${id}`, itemBody('Late'), { 'if-match': '"2"' });
    expect(refusalOf(edit)).toEqual([409, 'not-a-draft']);
    expectStatus(await review(), 200);
    expect(refusalOf(await review())).toEqual([409, 'not-in-review']);
  });

  it('that is returned comes back with its comment, and goes round again', async () => {
    const { author, reviewer, publisher, other } = people;
    const id = await written(people, itemBody('Returned'));
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    const verdict = { verdict: 'return', comment: 'The clause is of the old edition.' };
    const returned = await reviewer.here('POST', `items/${id}/review`, verdict);
    expect([returned.status, itemOf(returned).state]).toEqual([200, 'draft']);
    const back = await author.here('GET', `items/${id}`);
    expect(itemOf(back).reviews).toMatchObject([
      { by: { account: 'reviewer', person: reviewer.person }, ...verdict },
    ]);
    const mended = itemBody('Returned and mended');
    const etag = back.headers.get('etag') ?? '';
    expectStatus(await author.here('PUT', `items/${id}`, mended, { 'if-match': etag }), 200);
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    expectStatus(await other.here('POST', `items/${id}/review`, approval()), 200);
    // Who returned it once has reviewed it, too.
    const publication = await reviewer.elsewhere('POST', `items/${id}/publish`, because);
    expect(refusalOf(publication)).toEqual([403, 'reviewer-publishes']);
    const done = await publisher.here('POST', `items/${id}/publish`, because);
    expect(itemOf(done).reviews.map(({ verdict: said, comment }) => [said, comment])).toEqual([
      ['return', 'The clause is of the old edition.'],
      ['approve', 'Checked against the source.'],
    ]);
    expect(itemOf(done).body.languages.en?.prompt).toBe('Returned and mended (en)');
  });

  it('is judged as it was read: what was returned and changed meanwhile is not approved or published unread', async () => {
    const { author, reviewer, publisher, other } = people;
    const id = await written(people, itemBody('Read before'));
    const tagOf = (answer: Answer) => ({ 'if-match': answer.headers.get('etag') ?? '' });
    const read = () => reviewer.here('GET', `items/${id}`);
    expectStatus(
      await author.here('POST', `items/${id}/submit`, undefined, tagOf(await read())),
      200,
    );
    const before = tagOf(await read());
    const verdict = { verdict: 'return', comment: 'The key is another.' };
    expectStatus(await other.here('POST', `items/${id}/review`, verdict), 200);
    const late = await author.here('POST', `items/${id}/submit`, undefined, before);
    expect(late.status).toBe(412);
    const changed = itemBody('Read before, and changed');
    expectStatus(await author.here('PUT', `items/${id}`, changed, tagOf(await read())), 200);
    expectStatus(await author.here('POST', `items/${id}/submit`), 200);
    const approve = (tag: Record<string, string>) =>
      reviewer.here('POST', `items/${id}/review`, approval(), tag);
    expect((await approve(before)).status).toBe(412);
    const now = tagOf(await read());
    expectStatus(await approve(now), 200);
    expect((await publisher.here('POST', `items/${id}/publish`, because, now)).status).toBe(412);
    const approved = tagOf(await read());
    expectStatus(await publisher.here('POST', `items/${id}/publish`, because, approved), 200);
  });

  it('is changed only by who read the newest draft; of two changes at once one is refused and none lost', async () => {
    const { author, other } = people;
    const made = await author.here('POST', 'items', itemBody('Edited'));
    const id = itemOf(made).itemId;
    expect(made.headers.get('etag')).toBe('"1"');
    const put = (prompt: string, etag?: string) =>
      author.here('PUT', `items/${id}`, itemBody(prompt), etag ? { 'if-match': etag } : {});
    expect((await put('blind')).status).toBe(428);
    expect((await put('stale', '"7"')).status).toBe(412);
    const both = await Promise.all([
      put('mine', '"1"'),
      other.here('PUT', `items/${id}`, itemBody('yours'), { 'if-match': '"1"' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const winner = both.findIndex(({ status }) => status === 200);
    const now = await author.here('GET', `items/${id}`);
    expect(now.headers.get('etag')).toBe('"2"');
    const prompt = itemOf(now).body.languages.en?.prompt;
    expect(prompt).toBe(['mine (en)', 'yours (en)'][winner]);
  });

  it('once published is changed by nobody, neither over HTTP nor in the database', async () => {
    const { author } = people;
    const id = await published(people, itemBody('Final'));
    const before = await author.here('GET', `items/${id}`);
    const headers = { 'if-match': before.headers.get('etag') ?? '' };
    const edit = await author.here('PUT', `items/${id}`, itemBody('Other'), headers);
    expect(refusalOf(edit)).toEqual([409, 'not-a-draft']);
    expect((await author.here('DELETE', `items/${id}`)).status).toBe(404);
    for (const statement of [
      `UPDATE item_version SET state = 'draft' WHERE item_id = '${id}'`,
      `UPDATE item_version SET sealed = '{}' WHERE item_id = '${id}'`,
      `DELETE FROM item_version WHERE item_id = '${id}'`,
      'TRUNCATE item_version',
    ]) {
      await expect(service.database.query(statement)).rejects.toThrow('does not change');
    }
    expect((await author.here('GET', `items/${id}`)).text).toBe(before.text);
  });

  it('is changed after that as a new version, which goes its own way and leaves the old one as it is', async () => {
    const { author, reviewer, publisher, other } = people;
    const id = await published(people, itemBody('First words'));
    const before = (await author.here('GET', `items/${id}/versions/1`)).text;
    const begun = itemOf(expectStatus(await other.here('POST', `items/${id}/versions`), 201));
    expect(begun).toMatchObject({
      version: 2,
      state: 'draft',
      revision: 1,
      reviews: [],
      author: { account: 'other' },
      body: { languages: { en: { prompt: 'First words (en)' } } },
    });
    const second = itemBody('Second words');
    expectStatus(await other.here('PUT', `items/${id}`, second, { 'if-match': '"1"' }), 200);
    expectStatus(await other.here('POST', `items/${id}/submit`), 200);
    expectStatus(await reviewer.here('POST', `items/${id}/review`, approval()), 200);
    expectStatus(await publisher.here('POST', `items/${id}/publish`, because), 200);
    expect((await author.here('GET', `items/${id}/versions/1`)).text).toBe(before);
    const newest = itemOf(await author.here('GET', `items/${id}`));
    expect([newest.version, newest.body.languages.en?.prompt]).toEqual([2, 'Second words (en)']);
  });

  it('gets one new version, however many begin one at the same moment', async () => {
    const { author, other } = people;
    const id = await published(people, itemBody('Begun by many'));
    const answers = await Promise.all(
      [author.here, other.here, author.here, other.here].map((who) =>
        who('POST', `items/${id}/versions`),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409,
    ]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ problem }) => problem.reason)).toEqual(Array(3).fill('draft-exists'));
    const begun = answers.find(({ status }) => status === 201);
    const newest = itemOf(await author.here('GET', `items/${id}`));
    expect(newest.author.account).toBe(begun && itemOf(begun).author.account);
  });

  it('is neither read nor touched by who has not the permission for the act', async () => {
    const id = await published(people, itemBody('Guarded'));
    const national = 'national.read';
    const officer = service.as({
      sub: 'officer',
      agency: crypto.randomUUID(),
      permissions: ['practitioners.manage', 'practitioners.read', national, 'sittings.manage'],
    });
    const acts: [string, string, unknown?][] = [
      ['GET', 'items'],
      ['GET', `items/${id}`],
      ['GET', `items/${id}/versions/1`],
      ['GET', `items/${id}/preview?language=en`],
      ['POST', 'items', itemBody('Intruder')],
      ['PUT', `items/${id}`, itemBody('Intruder')],
      ['POST', `items/${id}/submit`],
      ['POST', `items/${id}/versions`],
      ['POST', `items/${id}/review`, approval()],
      ['POST', `items/${id}/publish`, because],
      ['GET', 'blueprints'],
      ['POST', 'blueprints', {}],
      ['GET', 'forms'],
      ['POST', 'forms', {}],
      ['POST', `forms/${id}/publish`, because],
    ];
    for (const [method, path, body] of acts) {
      const answer = await officer(method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      expect((await service.anonymously(method, path, body)).status).toBe(401);
    }
    const only = (permission: 'items.write' | 'items.review' | 'items.publish') =>
      service.as({ sub: permission, person: crypto.randomUUID(), permissions: [permission] });
    const draft = await written(people, itemBody('Guarded draft'));
    const statuses = [
      await only('items.review')('POST', `items/${draft}/submit`),
      await only('items.publish')('POST', `items/${draft}/review`, approval()),
      await only('items.write')('POST', `items/${draft}/publish`, because),
      await only('items.review')('POST', 'items', itemBody('Intruder')),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 403]);
    const unknown = await people.author.here('GET', `items/${crypto.randomUUID()}`);
    expect(unknown.status).toBe(404);
  });
});
