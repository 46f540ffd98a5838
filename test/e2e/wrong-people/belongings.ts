// What belongs to one candidate and one agency, made by the public API: somebody else's for everybody else.
import { randomUUID } from 'node:crypto';
import { ADMINISTRATOR, as } from '../../../tools/demo/accounts.ts';
import type { Api } from '../../../tools/demo/api.ts';
import * as journey from '../../../tools/demo/journey.ts';
import type { State } from '../../../tools/system/state.ts';
import { lateEntry } from '../late-entry.ts';

export type Owned =
  | 'account'
  | 'client'
  | 'practitioner'
  | 'attainment'
  | 'sitting'
  | 'attempt'
  | 'running attempt'
  | 'case'
  | 'certificate';

export interface Belongings {
  readonly owner: journey.Candidate;
  readonly ids: Readonly<Record<Owned, string>>;
  /** Of the finished attempt: it opens no other. */
  readonly finished: journey.Attempt;
  readonly running: journey.Attempt;
  readonly agencies: ReadonlyMap<string, string>;
}

export const AGENCY = 'DUSH';
export const OTHER_AGENCY = 'VMKB';

/** A candidate of the agency who has passed one exam, and has begun another. */
export async function makeBelongings(state: State): Promise<Belongings> {
  const owner = await journey.newCandidate(state, 'GI');
  const [admin, author, examiner, chair] = await Promise.all(
    [ADMINISTRATOR, 'author', 'examiner', 'chair'].map((name) => as(state, name)),
  );
  if (!admin || !author || !examiner || !chair) throw new Error('an account is missing');
  const agencies = await agencyIds(examiner);
  const agencyId = agencies.get(AGENCY) ?? '';
  const sit = async (exam: string): Promise<journey.Attempt & { sittingId: string }> => {
    const sittingId = await sittingOf(examiner, exam, agencyId);
    await journey.enrol(examiner, sittingId, [owner.practitionerId]);
    return { ...(await journey.start(owner, sittingId)), sittingId };
  };
  const finished = await sit('EV3-1');
  const items = await journey.itemsOf(author, examiner, finished.formId);
  await journey.save(state.origin, finished, items);
  await journey.submit(state.origin, finished);
  const { id: certificateId } = await journey.certificateOf(owner, 'EV3-1');
  const certificate = await owner.api.get<{ attainmentIds: string[] }>(
    `certificates/certificates/${certificateId}`,
  );
  const { clientId } = await admin.post<{ clientId: string }>('identity/clients', {
    name: `Registry of ${AGENCY}`,
    agency: agencyId,
    permissions: ['registry.verify'],
    reason: 'a registry of one agency',
  });
  const running = await sit('EV3-2');
  const { account } = await owner.api.get<{ account: string }>('identity/me');
  return {
    owner,
    finished,
    running,
    agencies,
    ids: {
      account,
      client: clientId,
      practitioner: owner.practitionerId,
      attainment: certificate.attainmentIds[0] ?? '',
      sitting: finished.sittingId,
      attempt: finished.attemptId,
      'running attempt': running.attemptId,
      case: await lateEntry(state.origin, finished, items, chair),
      certificate: certificateId,
    },
  };
}

async function agencyIds(api: Api): Promise<Map<string, string>> {
  const { items } = await api.get<{ items: { agencyId: string; code: string }[] }>(
    'competency/agencies?limit=500',
  );
  return new Map(items.map(({ agencyId, code }) => [code, agencyId]));
}

async function sittingOf(examiner: Api, code: string, agencyId: string): Promise<string> {
  const { items } = await examiner.get<{ items: { examId: string; code: string }[] }>(
    'exam-delivery/exams?limit=500',
  );
  const now = Date.now();
  const { sittingId } = await examiner.post<{ sittingId: string }>('exam-delivery/sittings', {
    examId: items.find((exam) => exam.code === code)?.examId,
    title: {
      en: `${code}, of one agency`,
      ru: `${code}, одного ведомства`,
      tg: `${code}, як идора`,
    },
    agencyId,
    opensAt: new Date(now - 60_000).toISOString(),
    closesAt: new Date(now + 3_600_000).toISOString(),
  });
  return sittingId;
}

export const unknownId = (): string => randomUUID();
