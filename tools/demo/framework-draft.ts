// A draft of the framework's next version, as it stands in the middle of the work: for those who look.
import type { State } from '../system/state.ts';
import { as } from './accounts.ts';
import { Refused } from './api.ts';

interface Content {
  code: string;
  competencies: { competencyId: string; descriptors: { text: { en: string } }[] }[];
  roles: { roleId: string; code: string; title: object }[];
  requirements: { roleId: string; competencyId: string; level: number }[];
}

interface Draft {
  latest: number;
  etag: string;
  document: unknown;
}

/** Where a draft is under way already it stays as it is. Answers the framework's id and its first competency's. */
export async function openDraft(
  state: State,
): Promise<{ frameworkId: string; competencyId: string }> {
  const registrar = await as(state, 'registrar');
  const { items } = await registrar.get<{ items: { frameworkId: string; code: string }[] }>(
    'competency/frameworks',
  );
  const frameworkId = items.find(({ code }) => code === 'CYB')?.frameworkId ?? '';
  const path = `competency/frameworks/${frameworkId}`;
  const { latest, etag, document } = await registrar.get<Draft>(`${path}/draft`);
  const { frameworkId: _id, ...published } = await registrar.get<
    Content & { frameworkId: string; version?: number; publishedAt?: string; equivalentTo?: [] }
  >(`${path}/versions/${latest}`);
  const competencyId = published.competencies[0]?.competencyId ?? '';
  if (document === null) {
    await registrar
      .put(`${path}/draft`, changed(published), { 'if-match': etag })
      .catch((error: unknown) => {
        // Somebody was quicker: then a draft is there.
        if (!(error instanceof Refused) || error.status !== 412) throw error;
      });
  }
  return { frameworkId, competencyId };
}

function changed(
  published: Content & { version?: number; publishedAt?: string; equivalentTo?: [] },
): object {
  const { version: _v, publishedAt: _at, equivalentTo: _same, ...content } = published;
  const draft = structuredClone(content);
  const [competency] = draft.competencies;
  const [requirement] = draft.requirements;
  const working = competency?.descriptors[1]?.text;
  if (working) working.en += ' Says what was left out, and why.';
  if (requirement) requirement.level += 1;
  const roleId = crypto.randomUUID();
  draft.roles.push({
    roleId,
    code: 'MA',
    title: { en: 'Malware analyst', ru: 'Аналитик вредоносных программ', tg: '' },
  });
  if (competency)
    draft.requirements.push({ roleId, competencyId: competency.competencyId, level: 2 });
  return { ...draft, equivalence: [] };
}
