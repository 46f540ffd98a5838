import { as } from '../demo/accounts.ts';
import * as journey from '../demo/journey.ts';
import { runningSystem } from '../system/running.ts';

/** The journey through the public API of the running system, each step with what it took. */
export async function run(): Promise<number> {
  const { state } = runningSystem();
  const { origin } = state;
  const took = async <T>(
    words: string,
    act: () => Promise<T>,
    say: (value: T) => string,
  ): Promise<T> => {
    const began = performance.now();
    const value = await act();
    const ms = Math.round(performance.now() - began);
    process.stdout.write(`${String(ms).padStart(6)} ms  ${words}: ${say(value)}\n`);
    return value;
  };
  const gapOf = (profile: journey.ProfileItem[]): string => {
    const item = profile.find(({ competencyCode }) => competencyCode === 'EV3');
    return `EV3 required ${item?.required ?? 0}, held ${item?.held ?? 0}, gap ${item?.gap ?? 0}`;
  };
  const examiner = await as(state, 'examiner');
  const author = await as(state, 'author');

  const candidate = await took(
    'A practitioner is registered and gets an account',
    () => journey.newCandidate(state, 'GI'),
    ({ userName }) => userName,
  );
  await took('He sees where he stands', () => journey.profileOf(candidate), gapOf);
  const sittingId = await took(
    'He is enrolled in a sitting',
    async () => {
      const found = await journey.sittingOf(examiner, 'EV3-2');
      await journey.enrol(examiner, found, [candidate.practitionerId]);
      return found;
    },
    () => 'exam EV3-2',
  );
  const attempt = await took(
    'He starts the exam',
    () => journey.start(candidate, sittingId),
    ({ attemptId }) => attemptId,
  );
  const items = await journey.itemsOf(author, examiner, attempt.formId);
  await took(
    'He answers, each answer journalled',
    () => journey.save(origin, attempt, items),
    (count) => `${count} acknowledged`,
  );
  await took(
    'He submits',
    () => journey.submit(origin, attempt),
    () => 'signed receipt',
  );
  const certificate = await took(
    'The certificate comes',
    () => journey.certificateOf(candidate, 'EV3-2'),
    ({ code, state: standing }) => `${code}, ${standing}`,
  );
  await took('The gap is closed', () => journey.profileOf(candidate), gapOf);
  const byCode = await took(
    'A registry verifies the code',
    () => journey.standingByCode(origin, certificate.code),
    (standing) => standing,
  );
  const file = await candidate.api.get<object>(
    `certificates/certificates/${certificate.id}/bundle`,
  );
  const byFile = await took(
    'Anyone verifies the file',
    () => journey.verifyFile(origin, file),
    ({ standing, checks }) =>
      `${standing}; ${checks.map((one) => `${one.name ?? one.check ?? ''} ${one.outcome}`).join(', ')}`,
  );
  const valid = byCode === 'valid' && byFile.standing === 'valid';
  process.stdout.write(
    valid
      ? `\n✓ Verified. See it at ${origin}/verify/${certificate.code}\n`
      : '\n✗ The certificate is not valid.\n',
  );
  return valid ? 0 : 1;
}
