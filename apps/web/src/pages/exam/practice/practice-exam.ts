import { languages, type Language } from '../../../i18n/languages.ts';
import { AttemptSaving } from '../journal/attempt-saving.ts';
import { emptyJournal } from '../journal/journal.ts';
import type { RunningExam } from '../player/running-exam.ts';
import { ServerClock } from '../player/server-clock.ts';
import { practiceItems } from './practice-content.ts';

const minutes = 10;

/** The player over a server that is not there: nothing is sent and nothing is kept. */
export function practiceExam(title: string, language: Language): RunningExam {
  const clock = new ServerClock(Date.now());
  const saving = new AttemptSaving(
    {
      send: async (entries) => ({
        outcome: 'acknowledged',
        seq: entries.at(-1)?.seq ?? 0,
        at: clock.now(),
      }),
      readState: async () => ({ acknowledged: 0, answers: {}, flags: [] }),
      append: async () => undefined,
      replace: async () => undefined,
      supersede: async () => undefined,
      now: () => new Date(clock.now()),
      wait: async () => undefined,
    },
    {
      journal: emptyJournal,
      server: { acknowledged: 0, answers: {}, flags: [] },
      refused: [],
      link: 'idle',
      stored: true,
      savedAt: null,
    },
  );
  return {
    practice: true,
    title,
    items: practiceItems,
    languages,
    languageSwitch: true,
    language,
    choiceOrder: {},
    deadline: clock.now() + minutes * 60_000,
    clock,
    saving,
    askTime: async () => clock.learn(new Date(clock.now()).toISOString()),
    submit: async () => undefined,
  };
}
