// Schemes, and certificates in every state: active, suspended, withdrawn, expired, superseded.
import type { Report } from '../system/steps.ts';
import { until, type Api } from './api.ts';
import { unlessThere, whileStatus, type FrameworkRef } from './load-bank.ts';

const DAY = 86_400_000;
/** How far back the certificates' clock stands at the demo's very first start. */
export const PAST_DAYS = 40 * 30;

interface Certificate {
  readonly certificateId: string;
  readonly id?: string;
  readonly state: string;
  readonly practitionerId: string;
}

const idOf = (certificate: Certificate): string =>
  certificate.certificateId ?? certificate.id ?? '';

/** One automatic scheme for each level of EV3 that an exam evidences. */
export async function loadSchemes(
  certifier: Api,
  chair: Api,
  framework: FrameworkRef,
): Promise<void> {
  const competency = framework.competencies.find(({ code }) => code === 'EV3');
  const { items: existing } = await certifier.get<{ items: { code: string; state: string }[] }>(
    'certificates/schemes?limit=100',
  );
  for (const level of [1, 2]) {
    const scheme = {
      code: `EV3-${level}`,
      title: {
        en: `Preservation of electronic evidence, level ${level}`,
        ru: `Сохранение электронных доказательств, уровень ${level}`,
        tg: `Нигоҳдории далелҳои электронӣ, сатҳи ${level}`,
      },
      frameworkId: framework.frameworkId,
      frameworkVersion: framework.version,
      requirements: [{ competencyId: competency?.competencyId, level, evidence: ['exam'] }],
      issuing: 'automatic',
    };
    if (existing.some(({ code, state }) => code === scheme.code && state === 'published')) continue;
    const { id } = await until('the framework in certificates', 30_000, () =>
      certifier.post<{ id: string }>('certificates/schemes', scheme).catch(whileStatus(422)),
    );
    await chair.post(`certificates/schemes/${id}/publish`, { reason: 'Agreed by the board.' });
  }
}

export interface PastHands {
  readonly registrar: Api;
  readonly certifier: Api;
  readonly timekeeper: Api;
}

/**
 * Three people certified in earlier years, while the service's clock stood there: one certificate has
 * run out since, one was renewed, one still holds.
 */
export async function issueInThePast(
  { registrar, certifier, timekeeper }: PastHands,
  framework: FrameworkRef & { roles: readonly { roleId: string; code: string }[] },
  agencies: ReadonlyMap<string, string>,
  report: Report,
): Promise<void> {
  const setBack = (days: number): Promise<unknown> =>
    timekeeper.put('certificates/clock', { offsetSeconds: -days * 86_400 });
  const competencyId = framework.competencies.find(({ code }) => code === 'EV3')?.competencyId;
  const register = async (
    personnelNumber: string,
    givenName: string,
    familyName: string,
  ): Promise<string | undefined> => {
    const registered = await registrar
      .post<{ practitionerId: string }>('competency/practitioners', {
        personnelNumber,
        givenName,
        familyName,
        agencyId: agencies.get('DUSH'),
        roleIds: [framework.roles.find(({ code }) => code === 'GI')?.roleId],
        reason: 'Register of the demonstration',
      })
      .catch(unlessThere);
    return registered?.practitionerId;
  };
  const certify = async (
    practitionerId: string | undefined,
    daysAgo: number,
    held: number,
  ): Promise<void> => {
    if (practitionerId === undefined) return setBack(daysAgo).then(() => undefined);
    report(`certificates of ${Math.round(daysAgo / 30)} months ago`);
    await setBack(daysAgo);
    await registrar.post('competency/attainments', {
      practitionerId,
      frameworkId: framework.frameworkId,
      competencyId,
      level: 2,
      evidence: 'exam',
      from: new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10),
      reason: 'Historic record, entered for the demonstration',
      authority: 'Attestation commission (fictional)',
    });
    await until('the certificate', 30_000, async () => {
      const { items } = await certifier.get<{ items: Certificate[] }>(
        `certificates/certificates?practitionerId=${practitionerId}&limit=50`,
      );
      return items.length >= held ? items : undefined;
    });
  };
  const expired = await register('DEMO-PAST-1', 'Парвиз', 'Гузаштаев');
  await certify(expired, PAST_DAYS - 20, 1);
  const renewed = await register('DEMO-PAST-2', 'Мадина', 'Навсозова');
  await certify(renewed, 34 * 30, 1);
  await certify(renewed, 0, 2);
}

/** One active certificate is suspended, one withdrawn, each with its reason. */
export async function changeStates(certifier: Api, report: Report): Promise<void> {
  const active = await until('active certificates', 60_000, async () => {
    const { items } = await certifier.get<{ items: Certificate[] }>(
      'certificates/certificates?state=active&limit=20',
    );
    return items.length >= 4 ? items : undefined;
  });
  const [first, second] = active.slice(-2);
  if (!first || !second) throw new Error('there are too few active certificates');
  report('suspending one, withdrawing one');
  await certifier.post(`certificates/certificates/${idOf(first)}/suspend`, {
    reasonCode: 'investigation',
    reason: 'An inquiry into the sitting is open (demonstration).',
  });
  await certifier.post(`certificates/certificates/${idOf(second)}/withdraw`, {
    reasonCode: 'issued-in-error',
    reason: 'The result belonged to a namesake (demonstration).',
  });
}
