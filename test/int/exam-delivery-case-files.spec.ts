// The case file of an attempt and its annex: what they name, what they leave out, to whom they are given, and that
// each taking is in the trail.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { AuditTrail } from '#libs/service-kit';
import { eventually } from '../engines/eventually.ts';
import { expectStatus } from '../engines/call.ts';
import { furnish, hands, practitioner, publishForm } from './exam-delivery-content.ts';
import type { Form, World } from './exam-delivery-content.ts';
import {
  candidate,
  entry,
  manager,
  publishedExam,
  sittingOf,
  startedAttempt,
} from './exam-delivery-exam.ts';
import { newPerson, startExamDelivery } from './exam-delivery-service.ts';
import type { Asking, ExamDeliveryUnderTest } from './exam-delivery-service.ts';

let service: ExamDeliveryUnderTest;
let world: World;
let form: Form;
let examId: string;

beforeAll(async () => {
  service = await startExamDelivery();
  world = await furnish(service);
  form = await publishForm(service, world, { text: true });
  examId = await publishedExam(service, world, [form]);
});
afterAll(() => service.stop());

type Attempt = Awaited<ReturnType<typeof startedAttempt>>;

/** Two right, the text left out; decided and released. */
async function decidedAttempt(of = form, exam = examId): Promise<Attempt> {
  const attempt = await startedAttempt(service, world, exam);
  const { attemptId, token } = attempt;
  const entries = of.itemIds.slice(0, 2).map((item, n) => entry(n + 1, item, 'B'));
  const browser = service.withToken(token);
  expectStatus(await browser('POST', `attempts/${attemptId}/journal`, { entries }), 200);
  expectStatus(await browser('POST', `attempts/${attemptId}/submit`, {}), 200);
  await eventually(async () => {
    const rows = await service.database.query<unknown[]>(
      'select from attempt where attempt_id = $1 and released_at is not null',
      [attemptId],
    );
    return rows.length > 0 || undefined;
  });
  return attempt;
}

interface Rule {
  processing: string;
  maxScore: number;
  scoringVersion: number;
  scoringDigest: string;
}
interface File {
  shown: {
    hands?: object;
    items: { item: string; rule: Rule; hands?: object | null; delivery?: object }[];
  };
  scoredBy: object;
  exam: { rules: { cutScore: object } };
  audit: { attempt: { act: string; actor: { account: string }; data: unknown }[] };
}
interface Annex {
  totals: object;
  items: {
    item: string;
    rule: Rule;
    scoringSalt: string;
    scoring: unknown;
    stored: object;
    again: object;
    equal: boolean;
  }[];
}

const fileOf = async (asking: Asking, { attemptId }: Attempt): Promise<File> =>
  expectStatus(await asking('GET', `attempts/${attemptId}/case`), 200).json as File;
const annexPath = ({ attemptId }: Attempt): string => `attempts/${attemptId}/case/scoring`;
const annexOf = async (asking: Asking, attempt: Attempt): Promise<Annex> =>
  expectStatus(await asking('GET', annexPath(attempt)), 200).json as Annex;
const reader = (who: object = {}): Asking =>
  service.as({ sub: 'chair', person: newPerson(), permissions: ['scoring.read'], ...who });
const takings = async ({ attemptId }: Attempt) =>
  (await service.app.get(AuditTrail).ofSubject('attempt', attemptId)).flatMap(
    ({ act, actor, data }) =>
      act.endsWith('-taken') && actor !== 'system' ? [[act, actor.account, data]] : [],
  );

describe('the case file of an attempt', () => {
  it('names who wrote, reviewed and published each item, and who assembled and published the form', async () => {
    const { shown } = await fileOf(manager(service), await decidedAttempt());
    expect(shown.hands).toEqual({
      assembledBy: hands.author,
      assembledAt: '2026-11-23T10:00:00.000Z',
      publishedBy: hands.publisher,
      publishedAt: expect.any(String),
    });
    for (const item of shown.items)
      expect(item.hands).toMatchObject({
        authors: [hands.author],
        reviews: [{ verdict: 'return' }, { by: hands.reviewer, verdict: 'approve' }],
        publishedBy: hands.publisher,
      });
  });

  it('says of a form that was published before that nothing of it was recorded', async () => {
    const old = await publishForm(service, world, { untold: true });
    const attempt = await decidedAttempt(old, await publishedExam(service, world, [old]));
    const { shown } = await fileOf(manager(service), attempt);
    expect(shown.hands).toMatchObject({ assembledBy: null, assembledAt: null, publishedBy: null });
    expect(shown.items.map((item) => item.hands)).toEqual([null, null, null]);
  });

  it('says by which rule each item and the whole were scored, and not one key', async () => {
    const answer = await manager(service)(
      'GET',
      `attempts/${(await decidedAttempt()).attemptId}/case`,
    );
    const { shown, scoredBy, exam } = answer.json as File;
    expect(shown.items.map(({ rule }) => rule)).toEqual(
      Array.from({ length: 3 }, () => ({
        processing: 'match_correct',
        maxScore: 1,
        scoringVersion: 1,
        scoringDigest: expect.stringMatching(/^sha256-[\w-]{43}$/),
      })),
    );
    expect(scoredBy).toEqual({ total: 'sum', exactTo: 0.000001, passes: 'at-least-cut-score' });
    expect(exam.rules.cutScore).toEqual({
      score: 2,
      justification: 'modified Angoff, nine judges',
      author: 'N. Nazarova',
    });
    for (const secret of ['"correct"', 'занҷири', 'scoringSalt', '"rules":[{"rule"'])
      expect([secret, answer.text.includes(secret)]).toEqual([secret, false]);
  });

  it('is in the trail each time that it is taken, and names those who took it before', async () => {
    const attempt = await decidedAttempt();
    const [first, second] = ['auditor', 'chair'].map((sub) =>
      service.as({ sub, permissions: ['cases.read'] }),
    );
    if (!first || !second) throw new Error('two officers');
    await fileOf(first, attempt);
    const { audit } = await fileOf(second, attempt);
    expect(audit.attempt).toMatchObject([
      { act: 'attempt.case-file-taken', actor: { account: 'auditor' }, data: { copy: 'whole' } },
    ]);
    await fileOf(candidate(service, attempt.person), attempt);
    expect(await takings(attempt)).toEqual([
      ['attempt.case-file-taken', 'auditor', { copy: 'whole' }],
      ['attempt.case-file-taken', 'chair', { copy: 'whole' }],
      ['attempt.case-file-taken', `candidate-${attempt.person}`, { copy: 'own' }],
    ]);
  });

  it('leaves no row where it is refused', async () => {
    const attempt = await decidedAttempt();
    const stranger = candidate(service, await practitioner(service, world.agencies.north));
    for (const asking of [manager(service, world.agencies.south), stranger])
      expect((await asking('GET', `attempts/${attempt.attemptId}/case`)).status).toBe(404);
    expect(await takings(attempt)).toEqual([]);
  });

  it('in the candidate’s own copy has no content, no names of the bank, and not who looked into it', async () => {
    const attempt = await decidedAttempt();
    await fileOf(manager(service), attempt);
    const officer = service.as({
      sub: 'officer',
      person: attempt.person,
      permissions: ['cases.read', 'exams.sit'],
    });
    for (const own of [candidate(service, attempt.person), officer]) {
      const { shown, audit } = await fileOf(own, attempt);
      expect(shown.hands).toBeUndefined();
      for (const item of shown.items) {
        expect(Object.keys(item).toSorted()).toEqual(
          ['digest', 'item', 'itemVersion', 'maxScore', 'position', 'rule'].toSorted(),
        );
      }
      expect(audit.attempt).toEqual([]);
    }
  });
});

describe('the annex with the keys', () => {
  it('opens what the file is committed to, and comes to the same points again', async () => {
    const attempt = await decidedAttempt();
    const { shown } = await fileOf(manager(service), attempt);
    const { items, totals } = await annexOf(reader(), attempt);
    expect(totals).toEqual({
      stored: { score: 2, maxScore: 3 },
      again: { score: 2, maxScore: 3 },
      equal: true,
    });
    expect(items.map(({ stored, equal }) => [stored, equal])).toEqual(
      [1, 1, 0].map((score) => [{ score, maxScore: 1, refusal: null }, true]),
    );
    expect(items[0]?.scoring).toMatchObject({ responses: [{ correct: { value: 'B' } }] });
    for (const [index, { scoring, scoringSalt, rule }] of items.entries()) {
      const text = `${scoringSalt}.${canonicalize(scoring) ?? ''}`;
      const digest = createHash('sha256').update(text).digest('base64url');
      expect(rule.scoringDigest).toBe(`sha256-${digest}`);
      expect(rule).toEqual(shown.items[index]?.rule);
    }
  });

  it('is in the trail of the attempt', async () => {
    const attempt = await decidedAttempt();
    await annexOf(reader(), attempt);
    expect(await takings(attempt)).toEqual([
      ['attempt.scoring-taken', 'chair', { formId: form.formId }],
    ]);
  });

  it('is for nobody without the permission, of another agency, before the decision', async () => {
    const attempt = await decidedAttempt();
    const path = annexPath(attempt);
    expect((await manager(service)('GET', path)).status).toBe(403);
    const south = reader({ agency: world.agencies.south });
    expect((await south('GET', path)).status).toBe(404);
    const running = await startedAttempt(service, world, examId);
    const early = await reader()('GET', annexPath(running));
    expect([early.status, early.problem.reason]).toEqual([409, 'not-decided']);
    expect([...(await takings(attempt)), ...(await takings(running))]).toEqual([]);
  });

  it('is never for the candidate himself, nor for who is enrolled in an exam with one of its items', async () => {
    const attempt = await decidedAttempt();
    const refusal = async (person: string) => {
      const { status, problem } = await reader({ person })('GET', annexPath(attempt));
      return [status, problem.reason];
    };
    expect(await refusal(attempt.person)).toEqual([403, 'own-case']);
    const other = await publishForm(service, world, { shared: form.itemIds.slice(0, 1) });
    const officer = await practitioner(service, world.agencies.north);
    expectStatus(await reader({ person: officer })('GET', annexPath(attempt)), 200);
    await sittingOf(service, await publishedExam(service, world, [other]), [officer]);
    expect(await refusal(officer)).toEqual([403, 'sits-these-items']);
  });
});
