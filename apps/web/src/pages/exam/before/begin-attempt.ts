import { attemptCalls } from '../../../api/attempt.ts';
import type { MyExam } from '../../../api/exam-delivery.ts';
import type { Language } from '../../../i18n/languages.ts';
import { journalStore } from '../journal/journal-store.ts';

/** Starts, or takes over on this computer what was started. A repeated press is the same start. */
export async function beginAttempt(exam: MyExam, language: Language): Promise<void> {
  const { sittingId } = exam;
  const started = await attemptCalls.start(sittingId, language, intentOf(sittingId, language));
  const known = await journalStore.attempt(started.attemptId).catch(() => undefined);
  await journalStore.keepAttempt({
    attemptId: started.attemptId,
    sittingId,
    token: started.token,
    formId: started.formId,
    packageDigest: started.packageDigest,
    packageKey: started.packageKey,
    choiceOrder: started.choiceOrder,
    deadline: started.deadline,
    offset: Date.parse(started.serverTime) - Date.now(),
    language: started.language,
    languageSwitch: started.languageSwitch,
    server: known?.server ?? { acknowledged: 0, answers: {}, flags: [] },
    receipt: null,
  });
}

/** One key for one intent, also when the page is loaded again before the answer came. */
function intentOf(sittingId: string, language: Language): string {
  const name = `sanad.start.${sittingId}.${language}`;
  const known = sessionStorage.getItem(name);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(name, made);
  return made;
}
