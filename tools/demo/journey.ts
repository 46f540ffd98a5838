// The steps of the journey by the public API, for `npm run demo`, the tests and the benches.
import { randomBytes, randomUUID } from 'node:crypto';
import type { PermissionName } from '#libs/service-kit';
import type { State } from '../system/state.ts';
import { ADMINISTRATOR, as, makeAccount } from './accounts.ts';
import { apiOf, Refused, until, type Api } from './api.ts';
import { newestFramework } from './load.ts';

export interface Candidate {
  readonly practitionerId: string;
  readonly userName: string;
  readonly password: string;
  readonly api: Api;
}

export interface Attempt {
  readonly attemptId: string;
  readonly formId: string;
  readonly token: string;
  readonly device: string;
}

interface Key {
  readonly choice?: string;
  readonly choices?: string[];
  readonly order?: string[];
  readonly pairs?: [string, string][];
  readonly number?: { value: number };
}

export interface KnownItem {
  readonly itemId: string;
  readonly interaction: string;
  readonly body: { key: Key; languages: Record<string, { accepted?: string[] } | undefined> };
}

/** A practitioner of the role, new to the register, with an account of his own. */
export async function newCandidate(
  state: State,
  role: string,
  also: readonly PermissionName[] = [],
): Promise<Candidate> {
  const [registrar, admin] = [await as(state, 'registrar'), await as(state, ADMINISTRATOR)];
  const framework = await newestFramework(registrar);
  const { items: agencies } = await registrar.get<{ items: { agencyId: string; code: string }[] }>(
    'competency/agencies?limit=100',
  );
  const agencyId = agencies.find(({ code }) => code === 'DUSH')?.agencyId;
  const mark = randomBytes(4).toString('hex');
  const personnelNumber = `DEMO-JOURNEY-${mark}`;
  const { practitionerId } = await registrar.post<{ practitionerId: string }>(
    'competency/practitioners',
    {
      personnelNumber,
      givenName: 'Сафар',
      familyName: 'Роҳиев',
      agencyId,
      roleIds: [framework.roles.find(({ code }) => code === role)?.roleId],
      reason: 'Journey of the demonstration',
    },
  );
  const userName = `journey-${mark}`;
  const password = randomBytes(12).toString('base64url');
  const api = await makeAccount(
    admin,
    {
      userName,
      displayName: 'Journey',
      who: 'journey',
      permissions: ['exams.sit', ...also],
      personnelNumber,
    },
    password,
    agencyId,
  );
  return { practitionerId, userName, password, api };
}

export interface ProfileItem {
  readonly competencyCode: string;
  readonly required: number;
  readonly held: number;
  readonly gap: number;
}

export const profileOf = async (candidate: Candidate): Promise<ProfileItem[]> =>
  (await candidate.api.get<{ items: ProfileItem[] }>('competency/me/profile')).items;

/** The open sitting of an exam, by the exam's code. */
export async function sittingOf(examiner: Api, examCode: string): Promise<string> {
  const { items: exams } = await examiner.get<{ items: { examId: string; code: string }[] }>(
    'exam-delivery/exams?limit=100',
  );
  const examId = exams.find(({ code }) => code === examCode)?.examId;
  const { items } = await examiner.get<{ items: { sittingId: string; examId: string }[] }>(
    'exam-delivery/sittings?limit=100',
  );
  const sitting = items.find((one) => one.examId === examId);
  if (!sitting) throw new Error(`there is no sitting of ${examCode}`);
  return sitting.sittingId;
}

export async function enrol(
  examiner: Api,
  sittingId: string,
  practitionerIds: string[],
): Promise<void> {
  await until('the practitioner in exam delivery', 20_000, () =>
    examiner
      .post<object>(`exam-delivery/sittings/${sittingId}/enrolments`, { practitionerIds })
      .catch((error: { status?: number }) => {
        if (error.status === 422) return undefined;
        throw error;
      }),
  );
}

export async function start(candidate: Candidate, sittingId: string): Promise<Attempt> {
  const device = randomBytes(24).toString('base64url');
  const answer = await candidate.api.post<{ attemptId: string; formId: string; token: string }>(
    `exam-delivery/sittings/${sittingId}/start`,
    { language: 'en', declaration: true, device },
    { 'idempotency-key': randomUUID() },
  );
  return { ...answer, device };
}

/** The items of a form with their keys, as its author and its assembler see them. */
export async function itemsOf(author: Api, examiner: Api, formId: string): Promise<KnownItem[]> {
  const form = await examiner.get<{ items: { itemId: string }[] }>(`question-bank/forms/${formId}`);
  return Promise.all(
    form.items.map(({ itemId }) => author.get<KnownItem>(`question-bank/items/${itemId}`)),
  );
}

/** The right response to an item, or for `wrong` one that scores nothing. */
export function responseTo({ interaction, body }: KnownItem, wrong = false): unknown {
  const { key } = body;
  switch (interaction) {
    case 'choice':
      return wrong ? null : { RESPONSE: key.choice };
    case 'multiple':
      return { RESPONSE: wrong ? (key.choices ?? []).slice(0, 0) : key.choices };
    case 'order':
      return { RESPONSE: wrong ? (key.order ?? []).toReversed() : key.order };
    case 'match':
      return { RESPONSE: wrong ? [] : key.pairs };
    case 'numeric':
      return { RESPONSE: (key.number?.value ?? 0) + (wrong ? 1e6 : 0) };
    default:
      return { RESPONSE: wrong ? 'nothing' : (body.languages['en']?.accepted?.[0] ?? '') };
  }
}

const attemptHeaders = ({ token, device }: Attempt): Record<string, string> => ({
  authorization: `Attempt ${token}`,
  'x-device': device,
});

/** Saves one entry an item, numbered from `firstSeq`, and answers how many the server holds. */
export async function save(
  origin: string,
  attempt: Attempt,
  items: readonly KnownItem[],
  wrong = false,
  firstSeq = 1,
): Promise<number> {
  const entries = items.map((item, index) => ({
    seq: firstSeq + index,
    item: item.itemId,
    response: responseTo(item, wrong),
    at: new Date().toISOString(),
  }));
  const { acknowledged } = await apiOf(origin, undefined).post<{ acknowledged: number }>(
    `exam-delivery/attempts/${attempt.attemptId}/journal`,
    { entries },
    attemptHeaders(attempt),
  );
  return acknowledged;
}

export const submit = (origin: string, attempt: Attempt): Promise<{ receipt: object }> =>
  apiOf(origin, undefined).post(
    `exam-delivery/attempts/${attempt.attemptId}/submit`,
    {},
    attemptHeaders(attempt),
  );

export const stateOf = async (
  origin: string,
  attempt: Attempt,
): Promise<{ acknowledged: number }> => {
  const response = await fetch(`${origin}/api/exam-delivery/attempts/${attempt.attemptId}/state`, {
    headers: attemptHeaders(attempt),
  });
  if (!response.ok) throw new Error(`state answered ${response.status}`);
  return (await response.json()) as { acknowledged: number };
};

export interface OwnResult {
  readonly passed: boolean;
  /** Null where the exam was passed. */
  readonly nextTry: string | null;
  readonly learn: readonly { readonly code: string; readonly level: number }[];
}

/** The result as the candidate reads it: it is there when the attempt is scored and decided. */
export const resultOf = (candidate: Candidate, attemptId: string): Promise<OwnResult> =>
  until('the result', 20_000, async () => {
    try {
      return await candidate.api.get<OwnResult>(`exam-delivery/me/attempts/${attemptId}/result`);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    }
  });

export interface OwnCertificate {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly schemeCode: string;
}

export const certificateOf = (candidate: Candidate, schemeCode: string): Promise<OwnCertificate> =>
  until('the certificate', 30_000, async () => {
    const { items } = await candidate.api.get<{ items: OwnCertificate[] }>(
      'certificates/me/certificates',
    );
    return items.find((one) => one.schemeCode === schemeCode);
  });

export interface Verification {
  readonly standing: string;
  readonly checks: readonly { name?: string; check?: string; outcome: string }[];
}

export const verifyCode = (origin: string, code: string): Promise<Verification> =>
  apiOf(origin, undefined).get(`certificates/verify/${code}`);

/** The first answer that is not "cannot tell": the log takes a new certificate in some milliseconds later. */
export const standingByCode = (origin: string, code: string): Promise<string> =>
  until('an answer of verification', 10_000, async () => {
    const { standing } = await verifyCode(origin, code);
    return standing === 'cannot-tell' ? undefined : standing;
  });

export const verifyFile = (origin: string, file: object): Promise<Verification> =>
  apiOf(origin, undefined).post('certificates/verify', file);
