import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, startCompetency } from './competency-service.ts';
import type { CompetencyUnderTest, Furnished } from './competency-service.ts';

let service: CompetencyUnderTest;
let furnished: Furnished;

const NUMBER = 'DEMO-900001';
const alisher = person(NUMBER);

beforeAll(async () => {
  service = await startCompetency();
  furnished = await service.furnish({ NORTH: 'sughd', SOUTH: 'khatlon' });
});
afterAll(() => service.stop());

const agency = (code: string) => furnished.agencies[code] ?? '';
const role = (code: string) => furnished.roles[code] ?? '';
const competency = (code: string) => furnished.competencies[code] ?? '';

const officerOf = (code: string) =>
  service.as({
    sub: `officer-${code}`,
    person: person(`officer-${code}`),
    agency: agency(code),
    permissions: [
      'practitioners.read',
      'practitioners.manage',
      'attainments.record',
      'attainments.withdraw',
    ],
  });
const national = () =>
  service.as({ sub: 'national', permissions: ['practitioners.read', 'practitioners.manage'] });

const registration = (more: object = {}) => ({
  personnelNumber: NUMBER,
  givenName: 'Алишер',
  familyName: 'Ҷӯраев',
  otherNames: 'Ҳакимович',
  agencyId: agency('NORTH'),
  roleIds: [role('FR')],
  from: '2024-02-29',
  ...more,
});

describe('agencies', () => {
  it('are added for the whole body only, in a region that there is', async () => {
    const body = {
      code: 'NEW',
      region: 'sughd',
      kind: 'court',
      title: { en: 'a', ru: 'b', tg: 'c' },
    };
    const local = await officerOf('NORTH')('POST', 'agencies', body);
    expect([local.status, local.problem.reason]).toEqual([403, 'national-only']);
    const nowhere = await national()('POST', 'agencies', { ...body, region: 'atlantis' });
    expect([nowhere.status, nowhere.problem.reason]).toEqual([422, 'unknown-region']);
    const twice = await national()('POST', 'agencies', { ...body, code: 'NORTH' });
    expect([twice.status, twice.problem.reason]).toEqual([409, 'agency-code-taken']);
    expect((await service.as({})('POST', 'agencies', body)).status).toBe(403);
  });
});

describe('a practitioner', () => {
  it('is registered by an officer of the agency, once, under an id that hides the number', async () => {
    const elsewhere = await officerOf('SOUTH')('POST', 'practitioners', registration());
    expect([elsewhere.status, elsewhere.problem.reason]).toEqual([422, 'unknown-agency']);
    const unknownRole = await officerOf('NORTH')(
      'POST',
      'practitioners',
      registration({ roleIds: [crypto.randomUUID()] }),
    );
    expect(unknownRole.problem.reason).toBe('unknown-role');
    const answer = await officerOf('NORTH')('POST', 'practitioners', registration());
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ practitionerId: alisher, region: 'sughd', version: 1 });
    const again = await officerOf('NORTH')(
      'POST',
      'practitioners',
      registration({ personnelNumber: 'demo 900001' }),
    );
    expect([again.status, again.problem.reason]).toEqual([409, 'already-registered']);
    expect(again.problem.errors).toMatchObject([
      { field: 'personnelNumber', code: 'already-registered' },
    ]);
    const everything = await service.database.query<{ all: string }[]>(
      `SELECT (SELECT json_agg(p) FROM practitioner p)::text || (SELECT json_agg(o) FROM outbox o)::text
        || (SELECT json_agg(a) FROM audit a)::text AS "all"`,
    );
    expect(everything[0]?.all).toContain(alisher);
    expect(everything[0]?.all).not.toContain('900001');
  });

  it('has a name in one topic only', async () => {
    const rows = await service.database.query<{ topic: string; data: string }[]>(
      'SELECT topic, data::text AS data FROM outbox',
    );
    expect(
      new Set(rows.filter(({ data }) => data.includes('Ҷӯраев')).map(({ topic }) => topic)),
    ).toEqual(new Set(['practitioner']));
    const audit = await service.database.query<{ all: string }[]>(
      'SELECT json_agg(a)::text AS "all" FROM audit a',
    );
    expect(audit[0]?.all).not.toContain('Ҷӯраев');
  });

  it('is seen by the officers of the agency and of the whole body, and is not there for others', async () => {
    const path = `practitioners/${alisher}`;
    for (const who of [officerOf('NORTH'), national()]) {
      expect((await who('GET', path)).json).toMatchObject({ familyName: 'Ҷӯраев' });
      expect((await who('GET', 'practitioners?search=ҷӯраев али')).json).toMatchObject({
        total: 1,
      });
      const names = await who('POST', 'practitioners/names', {
        ids: [alisher, crypto.randomUUID()],
      });
      expect(names.json).toEqual({ [alisher]: 'Ҷӯраев Алишер Ҳакимович' });
    }
    const other = officerOf('SOUTH');
    expect((await other('GET', path)).status).toBe(404);
    expect((await other('GET', `${path}/profile`)).status).toBe(404);
    expect((await other('GET', 'practitioners')).json).toMatchObject({ total: 0 });
    expect((await other('GET', `practitioners?agency=${agency('NORTH')}`)).json).toMatchObject({
      total: 0,
    });
    expect((await other('POST', 'practitioners/names', { ids: [alisher] })).json).toEqual({});
    const change = { givenName: 'Mallory', reason: 'none' };
    expect((await other('PATCH', path, change, { 'if-match': '"1"' })).status).toBe(404);
    const nobody = service.as({ agency: agency('NORTH'), permissions: ['items.write'] });
    for (const url of ['practitioners', path, `${path}/profile`]) {
      expect((await nobody('GET', url)).status).toBe(403);
    }
    expect((await nobody('POST', 'practitioners/names', { ids: [alisher] })).status).toBe(403);
  });

  it('searches for what was typed, not for a pattern', async () => {
    expect((await national()('GET', 'practitioners?search=%25')).json).toMatchObject({ total: 0 });
    expect((await national()('GET', 'practitioners?search=_')).json).toMatchObject({ total: 0 });
  });

  it('reads his own profile without any permission; an account of nobody has none', async () => {
    const own = await service.as({ person: alisher })('GET', 'me/profile');
    expect(own.status).toBe(200);
    const { items } = own.json as {
      items: { competencyCode: string; required: number; gap: number }[];
    };
    expect(items).toHaveLength(8);
    expect(items.find(({ competencyCode }) => competencyCode === 'EV3')).toMatchObject({
      required: 2,
      held: 0,
      gap: 2,
    });
    const none = await service.as({})('GET', 'me/profile');
    expect([none.status, none.problem.reason]).toEqual([404, 'not-a-practitioner']);
  });

  it('changes by dates: the past affiliation stays, and nobody changes his own record', async () => {
    const path = `practitioners/${alisher}`;
    const move = {
      agencyId: agency('SOUTH'),
      roleIds: [role('GI')],
      from: '2026-03-01',
      reason: 'Transfer.',
    };
    const local = await officerOf('NORTH')('PATCH', path, move, { 'if-match': '"1"' });
    expect([local.status, local.problem.reason]).toEqual([422, 'unknown-agency']);
    const self = service.as({ person: alisher, permissions: ['practitioners.manage'] });
    const own = await self('PATCH', path, move, { 'if-match': '"1"' });
    expect([own.status, own.problem.reason]).toEqual([403, 'own-record']);
    expect((await national()('PATCH', path, move)).status).toBe(428);
    const early = await national()(
      'PATCH',
      path,
      { ...move, from: '2024-01-01' },
      { 'if-match': '"1"' },
    );
    expect([early.status, early.problem.reason]).toEqual([422, 'before-current']);
    const late = await national()(
      'PATCH',
      path,
      { ...move, from: '2999-01-01' },
      { 'if-match': '"1"' },
    );
    expect([late.status, late.problem.reason]).toEqual([422, 'date-in-future']);
    expect(late.problem.errors).toMatchObject([{ field: 'from' }]);
    const idle = await national()('PATCH', path, { ...move, roleIds: [] }, { 'if-match': '"1"' });
    expect(idle.problem.errors).toMatchObject([{ field: 'roleIds', code: 'no-roles' }]);
    expect((await national()('PATCH', path, move, { 'if-match': '"1"' })).status).toBe(200);
    const { affiliations } = (await national()('GET', path)).json as { affiliations: unknown[] };
    expect(affiliations).toEqual([
      { agencyId: agency('NORTH'), roleIds: [role('FR')], from: '2024-02-29', to: '2026-02-28' },
      { agencyId: agency('SOUTH'), roleIds: [role('GI')], from: '2026-03-01', to: null },
    ]);
    expect((await officerOf('NORTH')('GET', path)).status).toBe(404);
    const events = await service.database.query<{ version: string; data: { active: boolean } }[]>(
      "SELECT version, data FROM outbox WHERE topic = 'affiliation' ORDER BY version",
    );
    expect(events.map(({ data }) => data)).toMatchObject([
      { agencyId: agency('NORTH'), region: 'sughd', active: true },
      { agencyId: agency('SOUTH'), region: 'khatlon', active: true },
    ]);
  });
});

describe('manual evidence', () => {
  const evidence = (more: object = {}) => ({
    practitionerId: alisher,
    frameworkId: furnished.frameworkId,
    competencyId: competency('EV3'),
    level: 1,
    evidence: 'course',
    from: '2025-08-31',
    reason: 'Course of 2025, list no. 3',
    authority: 'Academy',
    ...more,
  });

  it('is recorded with reason and authority, to the last day of its term', async () => {
    const missing = await officerOf('SOUTH')(
      'POST',
      'attainments',
      evidence({ reason: '', authority: '' }),
    );
    expect(missing.problem.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['reason', 'isNotEmpty'],
      ['authority', 'isNotEmpty'],
    ]);
    const answer = await officerOf('SOUTH')('POST', 'attainments', evidence());
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      from: '2025-08-31',
      to: '2028-08-30',
      frameworkVersion: 1,
    });
    const { attainmentId } = answer.json as { attainmentId: string };
    const told = await service.database.query<{ source: object }[]>(
      `SELECT data -> 'source' AS source FROM outbox WHERE data ->> 'attainmentId' = $1`,
      [attainmentId],
    );
    // Who recorded it is who decided: nobody has to look for another.
    expect(told).toEqual([
      { source: { kind: 'manual', id: attainmentId, decidedBy: expect.any(String) } },
    ]);
    const short = await officerOf('SOUTH')('POST', 'attainments', evidence({ from: '2025-02-30' }));
    expect(short.problem.errors?.map(({ field }) => field)).toEqual(['from']);
    const profile = await officerOf('SOUTH')('GET', `practitioners/${alisher}/profile`);
    const { items } = profile.json as { items: { competencyCode: string }[] };
    expect(items.find(({ competencyCode }) => competencyCode === 'EV3')).toMatchObject({
      required: 2,
      held: 1,
      heldUntil: '2028-08-30',
      gap: 1,
    });
  });

  it('of a kind that the level does not permit, or from tomorrow, is refused', async () => {
    const officer = officerOf('SOUTH');
    const cases: [object, string][] = [
      [{ level: 2 }, 'evidence-not-permitted'],
      [{ level: 4, evidence: 'exam' }, 'evidence-not-permitted'],
      [{ level: 9 }, 'unknown-level'],
      [{ competencyId: crypto.randomUUID() }, 'unknown-competency'],
      [{ frameworkId: crypto.randomUUID() }, 'unknown-framework'],
      [{ frameworkVersion: 7 }, 'unknown-framework'],
      [{ from: '2999-01-01' }, 'date-in-future'],
    ];
    for (const [more, reason] of cases) {
      const answer = await officer('POST', 'attainments', evidence(more));
      expect([answer.status, answer.problem.reason]).toEqual([422, reason]);
    }
  });

  it('of level 3 counts there only when every kind is there, and below it meanwhile', async () => {
    const officer = officerOf('SOUTH');
    const held = async () => {
      const profile = await officer('GET', `practitioners/${alisher}/profile`);
      const { items } = profile.json as { items: { competencyCode: string; held: number }[] };
      return items.find(({ competencyCode }) => competencyCode === 'LG1')?.held;
    };
    const third = { competencyId: competency('LG1'), level: 3 };
    await officer('POST', 'attainments', evidence({ ...third, evidence: 'exam' }));
    expect(await held()).toBe(2);
    await officer('POST', 'attainments', evidence({ ...third, evidence: 'practical' }));
    expect(await held()).toBe(3);
  });

  it('is not recorded for oneself, for another agency, or without the permission', async () => {
    const self = service.as({
      person: alisher,
      agency: agency('SOUTH'),
      permissions: ['attainments.record'],
    });
    const own = await self('POST', 'attainments', evidence());
    expect([own.status, own.problem.reason]).toEqual([403, 'own-record']);
    expect((await officerOf('NORTH')('POST', 'attainments', evidence())).status).toBe(404);
    const reader = service.as({ permissions: ['practitioners.read', 'practitioners.manage'] });
    expect((await reader('POST', 'attainments', evidence())).status).toBe(403);
  });

  it('sent twice with one key is recorded once', async () => {
    const count = async () => {
      const rows = await service.database.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM attainment',
      );
      return rows[0]?.n ?? 0;
    };
    const before = await count();
    const key = { 'idempotency-key': 'once' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => officerOf('SOUTH')('POST', 'attainments', evidence(), key)),
    );
    const ids = answers.map(({ json }) => (json as { attainmentId: string }).attainmentId);
    expect(new Set(ids).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('comes in lists, all or none, and the wrong line is named', async () => {
    const officer = officerOf('SOUTH');
    const rows = () => service.database.query<unknown[]>('SELECT FROM attainment');
    const before = (await rows()).length;
    const line = evidence({ competencyId: competency('IN2') });
    const bad = { items: [line, { ...line, evidence: 'portfolio' }] };
    const refused = await officer('POST', 'attainments/list', bad);
    expect(refused.problem.errors?.map(({ field }) => field)).toEqual(['items.1.evidence']);
    const stranger = { items: [line, { ...line, practitionerId: crypto.randomUUID() }] };
    expect((await officer('POST', 'attainments/list', stranger)).status).toBe(404);
    expect((await rows()).length).toBe(before);
    const good = await officer('POST', 'attainments/list', { items: [line, line] });
    expect(good.json).toMatchObject({ total: 2 });
    expect((await rows()).length).toBe(before + 2);
    const self = service.as({ person: alisher, permissions: ['attainments.record'] });
    expect((await self('POST', 'attainments/list', { items: [line] })).problem.reason).toBe(
      'own-record',
    );
  });

  it('is withdrawn with a reason, once, by somebody else, and then counts no more', async () => {
    const added = await officerOf('SOUTH')(
      'POST',
      'attainments',
      evidence({ competencyId: competency('EV1') }),
    );
    const { attainmentId } = added.json as { attainmentId: string };
    const path = `attainments/${attainmentId}/withdraw`;
    const because = { reason: 'Another person sat it.' };
    const self = service.as({ person: alisher, permissions: ['attainments.withdraw'] });
    expect((await self('POST', path, because)).problem.reason).toBe('own-record');
    expect((await officerOf('NORTH')('POST', path, because)).status).toBe(404);
    const recorder = service.as({ permissions: ['attainments.record'] });
    expect((await recorder('POST', path, because)).status).toBe(403);
    expect((await officerOf('SOUTH')('POST', path, {})).problem.errors?.[0]?.field).toBe('reason');
    expect((await officerOf('SOUTH')('POST', path, because)).json).toMatchObject({
      withdrawn: { reason: because.reason, authority: 'officer-SOUTH' },
    });
    expect((await officerOf('SOUTH')('POST', path, because)).problem.reason).toBe(
      'already-withdrawn',
    );
    const profile = await service.as({ person: alisher })('GET', 'me/profile');
    const { items } = profile.json as { items: { competencyCode: string }[] };
    expect(items.find(({ competencyCode }) => competencyCode === 'EV1')).toMatchObject({
      held: 0,
      attainments: [{ state: 'withdrawn' }],
    });
    await expect(service.database.query('UPDATE attainment SET level = 4')).rejects.toThrow(
      'withdrawn, never changed',
    );
    await expect(service.database.query('DELETE FROM attainment')).rejects.toThrow(
      'withdrawn, never changed',
    );
  });
});

describe('a crowd', () => {
  it('of forty is registered at the same moment: nobody waits for somebody who waits', async () => {
    const officer = officerOf('NORTH');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        officer(
          'POST',
          'practitioners',
          registration({ personnelNumber: `CROWD-${index}`, familyName: `Crowd ${index}` }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  });
});
