import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameworkDocument } from '../../apps/competency/src/domain/framework/framework.ts';
import { demoFramework, startCompetency } from './competency-service.ts';
import type { CompetencyUnderTest } from './competency-service.ts';

let service: CompetencyUnderTest;
let document: FrameworkDocument;
let frameworkId: string;

const because = { reason: 'The commission approved it.' };

beforeAll(async () => {
  service = await startCompetency();
  document = await demoFramework();
});
afterAll(() => service.stop());

describe('a framework', () => {
  const editor = () =>
    service.as({ sub: 'e', person: crypto.randomUUID(), permissions: ['frameworks.edit'] });
  const publisher = () => service.as({ sub: 'p', permissions: ['frameworks.publish'] });

  it('is drafted by whoever may edit, and by nobody else', async () => {
    const stranger = service.as({ permissions: ['frameworks.publish', 'practitioners.manage'] });
    expect((await stranger('POST', 'frameworks', document)).status).toBe(403);
    const answer = await editor()('POST', 'frameworks', document);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    frameworkId = (answer.json as { frameworkId: string }).frameworkId;
    const again = await editor()('POST', 'frameworks', document);
    expect([again.status, again.problem.reason]).toEqual([409, 'framework-code-taken']);
  });

  it('names the fields that a draft gets wrong', async () => {
    const answer = await editor()('POST', 'frameworks', {
      ...document,
      levels: [{ ...document.levels[0], evidence: ['hearsay'] }],
      surplus: 1,
    });
    expect(answer.status).toBe(400);
    const fields = answer.problem.errors?.map(({ field }) => field) ?? [];
    expect(fields).toEqual(expect.arrayContaining(['levels.0.evidence', 'surplus']));
  });

  it('is changed only by who read the newest draft', async () => {
    const path = `frameworks/${frameworkId}/draft`;
    expect((await editor()('PUT', path, document)).status).toBe(428);
    expect((await editor()('PUT', path, document, { 'if-match': '"7"' })).status).toBe(412);
    const saved = await editor()('PUT', path, document, { 'if-match': '"1"' });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
  });

  it('is not published by an editor of the draft, not even from a second account', async () => {
    const both = ['frameworks.edit', 'frameworks.publish'] as const;
    const body = { ...document, code: 'SECOND' };
    const me = crypto.randomUUID();
    const first = service.as({ sub: 'one', person: me, permissions: both });
    const second = service.as({ sub: 'two', person: me, permissions: both });
    const { frameworkId: id } = (await first('POST', 'frameworks', body)).json as {
      frameworkId: string;
    };
    for (const who of [first, second]) {
      const answer = await who('POST', `frameworks/${id}/publish`, because);
      expect([answer.status, answer.problem.reason]).toEqual([403, 'edited-by-publisher']);
    }
    const other = service.as({ sub: 'three', person: crypto.randomUUID(), permissions: both });
    expect((await other('POST', `frameworks/${id}/publish`, because)).status).toBe(200);
  });

  it('with a requirement for nothing and a level without a descriptor is not published', async () => {
    const broken = structuredClone(document);
    broken.code = 'BROKEN';
    broken.requirements.push({
      roleId: crypto.randomUUID(),
      competencyId: crypto.randomUUID(),
      level: 9,
    });
    broken.competencies[0]?.descriptors.pop();
    const text = broken.competencies[1]?.descriptors[0]?.text;
    if (text !== undefined) text.tg = '';
    const draft = await editor()('POST', 'frameworks', broken);
    const { frameworkId: id, problems } = draft.json as {
      frameworkId: string;
      problems: { field: string; code: string }[];
    };
    const answer = await publisher()('POST', `frameworks/${id}/publish`, because);
    expect([answer.status, answer.problem.reason]).toEqual([422, 'not-publishable']);
    const fields = answer.problem.errors?.map(({ field }) => field);
    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(fields).toEqual([
      'competencies[1].descriptors[0].text.tg',
      'competencies[0].descriptors',
      'requirements[101].roleId',
      'requirements[101].competencyId',
      'requirements[101].level',
    ]);
  });

  it('once published is for everyone to read, and nobody changes it, not even in the database', async () => {
    expect((await service.anonymously(`public/frameworks/${frameworkId}/1`)).status).toBe(404);
    const noReason = await publisher()('POST', `frameworks/${frameworkId}/publish`, {});
    expect([noReason.status, noReason.problem.errors?.[0]?.field]).toEqual([400, 'reason']);
    const answer = await publisher()('POST', `frameworks/${frameworkId}/publish`, because);
    expect(answer.status).toBe(200);
    const open = await service.anonymously(`public/frameworks/${frameworkId}/1`);
    expect(open.json).toMatchObject({ code: 'CYB', version: 1, equivalentTo: [] });
    const page = await service.anonymously('public/frameworks/CYB/1/competencies/EV3');
    expect(page.json).toMatchObject({
      competency: { code: 'EV3' },
      requiredOf: expect.arrayContaining([expect.objectContaining({ code: 'DF', level: 4 })]),
    });
    expect((await service.anonymously('public/frameworks/CYB/1/competencies/XX')).status).toBe(404);
    const late = await editor()('PUT', `frameworks/${frameworkId}/draft`, document, {
      'if-match': '"2"',
    });
    expect(late.status).toBe(412);
    const again = await publisher()('POST', `frameworks/${frameworkId}/publish`, because);
    expect([again.status, again.problem.reason]).toEqual([409, 'no-draft']);
    await expect(
      service.database.query("UPDATE framework_version SET document = '{}'"),
    ).rejects.toThrow('append-only');
  });

  it('in its next version keeps ids, and says which levels mean the same as before', async () => {
    const path = `frameworks/${frameworkId}/draft`;
    const next = structuredClone(document);
    const [first] = next.competencies;
    if (first === undefined) throw new Error('the demo framework has no competency');
    const kept = first.competencyId;
    first.competencyId = crypto.randomUUID();
    for (const requirement of next.requirements) {
      if (requirement.competencyId === kept) requirement.competencyId = first.competencyId;
    }
    expect((await editor()('PUT', path, next, { 'if-match': '"3"' })).status).toBe(200);
    const refused = await publisher()('POST', `frameworks/${frameworkId}/publish`, because);
    expect(refused.problem.errors?.map(({ field }) => field)).toEqual(['competencies[0]']);

    const good = structuredClone(document);
    const descriptor = good.competencies[0]?.descriptors[2];
    if (descriptor === undefined) throw new Error('the demo framework has no level 3');
    descriptor.text.en += ' And more.';
    expect((await editor()('PUT', path, good, { 'if-match': '"4"' })).status).toBe(200);
    const published = await publisher()('POST', `frameworks/${frameworkId}/publish`, because);
    const { version, equivalentTo } = published.json as {
      version: number;
      equivalentTo: { competencyId: string; level: number; version: number }[];
    };
    expect([version, equivalentTo.length]).toEqual([2, 14 * 4 - 1]);
    expect(equivalentTo).not.toContainEqual({ competencyId: kept, level: 3, version: 1 });
    const one = await service.anonymously(`public/frameworks/${frameworkId}/1`);
    expect((one.json as { version: number }).version).toBe(1);
  });

  it('that is discarded goes back to what is published, by an editor who read the newest draft', async () => {
    const path = `frameworks/${frameworkId}/draft`;
    const none = await editor()('POST', `${path}/discard`, because, { 'if-match': '"6"' });
    expect([none.status, none.problem.reason]).toEqual([409, 'no-draft']);
    expect((await editor()('PUT', path, document, { 'if-match': '"6"' })).status).toBe(200);
    const discard = (who: typeof editor, tag: string) =>
      who()('POST', `${path}/discard`, because, { 'if-match': tag });
    expect((await discard(publisher, '"7"')).status).toBe(403);
    expect((await discard(editor, '"6"')).status).toBe(412);
    expect((await editor()('POST', `${path}/discard`, because)).status).toBe(428);
    expect((await editor()('POST', `${path}/discard`, {}, { 'if-match': '"7"' })).status).toBe(400);
    expect((await discard(editor, '"7"')).status).toBe(204);
    expect((await editor()('GET', path)).json).toMatchObject({
      document: null,
      editors: [],
      latest: 2,
      draftVersion: 8,
    });
    expect((await editor()('PUT', path, document, { 'if-match': '"7"' })).status).toBe(412);
    expect((await service.anonymously(`public/frameworks/${frameworkId}/2`)).status).toBe(200);
    const [audited] = await service.database.query<{ actor: string; reason: string }[]>(
      "SELECT actor, reason FROM audit WHERE act = 'framework.draft-discarded'",
    );
    expect(audited?.reason).toBe(because.reason);
  });

  it('that was never published and is discarded frees its code', async () => {
    const body = { ...document, code: 'FREE' };
    const begun = await editor()('POST', 'frameworks', body);
    const { frameworkId: id } = begun.json as { frameworkId: string };
    const path = `frameworks/${id}/draft`;
    const done = await editor()('POST', `${path}/discard`, because, { 'if-match': '"1"' });
    expect(done.status).toBe(204);
    expect((await editor()('GET', path)).status).toBe(404);
    expect((await editor()('POST', 'frameworks', body)).status).toBe(201);
  });
});
