// What a scheme's publication brings to those who attained before it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { eventually } from '../engines/eventually.ts';
import {
  attain,
  practitioner,
  publishFramework,
  scheme,
  startCertificates,
  type CertificatesUnderTest,
} from './certificates-service.ts';

const agency = randomUUID();
const publication = { reason: 'for the tests' };

type Ask = ReturnType<CertificatesUnderTest['as']>;

describe('a scheme that is published after people have attained', () => {
  let under: CertificatesUnderTest;
  let editor: Ask;
  let chair: Ask;

  beforeAll(async () => {
    under = await startCertificates();
    editor = under.as({ sub: 'editor', permissions: ['schemes.edit'] });
    chair = under.as({ sub: 'chair', permissions: ['schemes.publish'] });
    await publishFramework(under);
    await eventually(async () => {
      const { status } = await editor('POST', 'schemes', scheme({ code: 'FIRST' }));
      return status === 201 ? true : undefined;
    });
  });
  afterAll(() => under.stop());

  const draft = async (changed: object = {}): Promise<string> => {
    const answer = await editor('POST', 'schemes', scheme(changed));
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.json as { id: string }).id;
  };
  const change = async (id: string, changed: object): Promise<void> => {
    const tag = (await editor('GET', `schemes/${id}`)).headers.get('etag') ?? '';
    const answer = await editor('PUT', `schemes/${id}`, scheme(changed), { 'if-match': tag });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  const publish = async (id: string, by: Ask = chair): Promise<void> => {
    const answer = await by('POST', `schemes/${id}/publish`, publication);
    if (answer.status !== 200) throw new Error(answer.text);
  };
  const foreseen = async (id: string, by: Ask = chair): Promise<unknown> =>
    (await by('GET', `schemes/${id}/publication`)).json;
  const person = async (level: number): Promise<{ id: string; attainmentId: string }> => {
    const id = await practitioner(under, agency);
    const attainmentId = await attain(under, id, level);
    await eventually(async () => {
      const sql = `SELECT 1 FROM attainment a JOIN practitioner_copy p USING (practitioner_id)
        WHERE attainment_id = $1`;
      const rows = await under.database.query<unknown[]>(sql, [attainmentId]);
      return rows.length > 0 ? true : undefined;
    });
    return { id, attainmentId };
  };
  /** The versions of the scheme under which somebody was certified, in order. */
  const certifiedUnder = async (schemeId: string, practitionerId: string): Promise<string> => {
    const rows = await under.database.query<{ version: number }[]>(
      `SELECT scheme_version AS version FROM certificate
       WHERE scheme_id = $1 AND practitioner_id = $2 ORDER BY issued_at`,
      [schemeId, practitionerId],
    );
    return rows.map(({ version }) => version).join();
  };
  /** Nobody is left to be decided upon today. */
  const allDecided = (schemeId: string): Promise<true> =>
    eventually(async () => {
      const sql = 'SELECT 1 FROM due_decision WHERE scheme_id = $1';
      const rows = await under.database.query<unknown[]>(sql, [schemeId]);
      return rows.length === 0 ? true : undefined;
    });
  /** Whoever is decided upon waits for the test. */
  const hold = async (practitionerId: string): Promise<QueryRunner> => {
    const runner = under.database.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(hashtextextended($1, 7))', [practitionerId]);
    return runner;
  };
  const letGo = async (runner: QueryRunner): Promise<void> => {
    await runner.query('SELECT pg_advisory_unlock_all()');
    await runner.release();
  };
  const isWaitedFor = (runner: QueryRunner): Promise<true> =>
    eventually(async () => {
      const rows: unknown[] = await runner.query(
        `SELECT 1 FROM pg_locks w JOIN pg_locks h
           ON h.locktype = w.locktype AND h.classid = w.classid AND h.objid = w.objid
         WHERE w.locktype = 'advisory' AND NOT w.granted AND h.granted
           AND h.pid = pg_backend_pid()`,
      );
      return rows.length > 0 ? true : undefined;
    });
  const withdraw = async (one: { id: string; attainmentId: string }): Promise<void> => {
    await under.say('attainment.withdrawn', one.id, {
      attainmentId: one.attainmentId,
      practitionerId: one.id,
      reason: 'the result was voided',
      authority: 'council',
      withdrawnAt: new Date().toISOString(),
    });
    await eventually(async () => {
      const sql = 'SELECT 1 FROM attainment WHERE attainment_id = $1 AND withdrawn_at IS NOT NULL';
      const rows = await under.database.query<unknown[]>(sql, [one.attainmentId]);
      return rows.length > 0 ? true : undefined;
    });
  };

  it('certifies whoever fulfils it already, as was said before, and nobody else', async () => {
    const id = await draft();
    const before = (await foreseen(id)) as { people: number };
    const [fulfils, more, lacks] = [await person(2), await person(3), await person(1)];
    expect(await foreseen(id)).toEqual({
      version: 1,
      issuing: 'automatic',
      people: before.people + 2,
      self: false,
      holders: 0,
    });
    await publish(id);
    await allDecided(id);
    expect(await certifiedUnder(id, fulfils.id)).toBe('1');
    expect(await certifiedUnder(id, more.id)).toBe('1');
    expect(await certifiedUnder(id, lacks.id)).toBe('');
  });

  it('is published once, asked twice at the same moment, and certifies once', async () => {
    const one = await person(2);
    const id = await draft();
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => chair('POST', `schemes/${id}/publish`, publication)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await allDecided(id);
    const again = await chair('POST', `schemes/${id}/publish`, publication);
    expect([again.status, again.problem.reason]).toEqual([409, 'already-published']);
    const nothing = await chair('GET', `schemes/${id}/publication`);
    expect([nothing.status, nothing.problem.reason]).toEqual([409, 'already-published']);
    expect(await certifiedUnder(id, one.id)).toBe('1');
  });

  it('is published as it was read, and not as somebody has changed it meanwhile', async () => {
    const id = await draft();
    const read = { 'if-match': (await chair('GET', `schemes/${id}`)).headers.get('etag') ?? '' };
    await change(id, { validityMonths: 1 });
    const late = await chair('POST', `schemes/${id}/publish`, publication, read);
    expect(late.status).toBe(412);
    const now = { 'if-match': (await chair('GET', `schemes/${id}`)).headers.get('etag') ?? '' };
    const published = await chair('POST', `schemes/${id}/publish`, publication, now);
    expect(published.json).toMatchObject({ state: 'published', validityMonths: 1 });
  });

  it('in a next version leaves holders as they are and certifies who fulfils it only now', async () => {
    const [holder, late] = [await person(2), await person(1)];
    const id = await draft();
    await publish(id);
    await allDecided(id);
    await change(id, {
      requirements: [{ competencyId: scheme().requirements[0]?.competencyId, level: 1 }],
    });
    expect(await foreseen(id)).toMatchObject({ version: 2, holders: expect.any(Number) });
    await publish(id);
    await allDecided(id);
    expect(await certifiedUnder(id, holder.id)).toBe('1');
    expect(await certifiedUnder(id, late.id)).toBe('2');
  });

  it('does not renew what was withdrawn: that takes a person', async () => {
    const one = await person(2);
    const id = await draft();
    await publish(id);
    await allDecided(id);
    const officer = under.as({
      sub: 'officer',
      permissions: ['certificates.read', 'certificates.withdraw'],
    });
    const { items } = (await officer('GET', `certificates?practitionerId=${one.id}&schemeId=${id}`))
      .json as { items: { id: string }[] };
    const because = { reasonCode: 'issued-in-error', reason: 'a namesake' };
    await officer('POST', `certificates/${items[0]?.id}/withdraw`, because);
    await change(id, { validityMonths: 12 });
    await publish(id);
    await allDecided(id);
    expect(await certifiedUnder(id, one.id)).toBe('1');
  });

  it('decides nothing for its publisher, whom another person certifies', async () => {
    const [publisher, other] = [await person(2), await person(2)];
    const by = under.as({ sub: 'self', person: publisher.id, permissions: ['schemes.publish'] });
    const id = await draft();
    const { people } = (await foreseen(id)) as { people: number };
    expect(await foreseen(id, by)).toMatchObject({ people: people - 1, self: true });
    await publish(id, by);
    await allDecided(id);
    expect(await certifiedUnder(id, other.id)).toBe('1');
    expect(await certifiedUnder(id, publisher.id)).toBe('');
    const order = { schemeId: id, practitionerId: publisher.id, reason: 'The rule is fulfilled.' };
    const issue = async (who: { sub: string; person: string }) =>
      under.as({ ...who, permissions: ['certificates.issue'] })('POST', 'certificates', order, {
        'idempotency-key': randomUUID(),
      });
    const himself = await issue({ sub: 'self', person: publisher.id });
    expect([himself.status, himself.problem.reason]).toEqual([403, 'own-certificate']);
    expect((await issue({ sub: 'officer', person: randomUUID() })).status).toBe(201);
    expect(await certifiedUnder(id, publisher.id)).toBe('1');
  });

  it('that a person issues certifies nobody by itself', async () => {
    const one = await person(2);
    const id = await draft({ issuing: 'by-person' });
    expect(await foreseen(id)).toMatchObject({ issuing: 'by-person' });
    await publish(id);
    await allDecided(id);
    expect(await certifiedUnder(id, one.id)).toBe('');
  });

  it('passes by whose attainment is withdrawn before the decision', async () => {
    const [one, other] = [await person(2), await person(2)].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    ) as [{ id: string; attainmentId: string }, { id: string; attainmentId: string }];
    const id = await draft();
    // The first in order is held: the other is still to be decided upon while his attainment goes.
    const held = await hold(one.id);
    await publish(id);
    await isWaitedFor(held);
    await withdraw(other);
    await letGo(held);
    await allDecided(id);
    expect(await certifiedUnder(id, one.id)).toBe('1');
    expect(await certifiedUnder(id, other.id)).toBe('');
  });

  it('misses nobody whose attainment is being told at that moment', async () => {
    const [earlier, id] = [await draft(), await draft()];
    await publish(earlier);
    const practitionerId = await practitioner(under, agency);
    // The news stands before its commit: it has read the schemes, without the one that comes.
    const blocker = under.database.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE certificate IN SHARE MODE');
    await attain(under, practitionerId, 2);
    await eventually(async () => {
      const rows = await under.database.query<unknown[]>(
        `SELECT 1 FROM pg_locks WHERE relation = 'certificate'::regclass AND NOT granted`,
      );
      return rows.length > 0 ? true : undefined;
    });
    const published = publish(id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await blocker.commitTransaction();
    await blocker.release();
    await published;
    await eventually(async () =>
      (await certifiedUnder(id, practitionerId)) === '1' ? true : undefined,
    );
  });

  it('certifies all of them, each once, when the service loses its database in the middle', async () => {
    const people = [await person(2), await person(2), await person(2)];
    const id = await draft();
    const [first] = people.map((one) => one.id).toSorted();
    const held = await hold(first ?? '');
    await publish(id);
    await isWaitedFor(held);
    // What the decision had done is rolled back with its connection, as when its process is killed.
    await held.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
    );
    await letGo(held);
    await allDecided(id);
    for (const one of people) expect(await certifiedUnder(id, one.id)).toBe('1');
  });
});
