import { useEffect, useState, useSyncExternalStore } from 'react';
import { changeLanguage } from '../../../i18n/i18n.ts';
import type { Language } from '../../../i18n/languages.ts';
import { withAnswer } from '../interactions/answering.ts';
import { answersOf, flagsOf } from '../journal/journal.ts';
import { refusedAnswers, shownAnswer } from '../journal/refused.ts';
import type { RunningExam } from './running-exam.ts';

/** The state of one exam page: where one is, what is answered, what is flagged, how much time is left. */
export function usePlayer(exam: RunningExam) {
  const { saving, items, clock, deadline } = exam;
  const saved = useSyncExternalStore(saving.subscribe, saving.snapshot);
  const [index, setIndex] = useState(0);
  const [view, setView] = useState<'question' | 'review'>('question');
  const [language, setLanguage] = useState<Language>(exam.language);
  const left = useTimeLeft(() => deadline - clock.now());
  const answers = answersOf(saved.journal, saved.server);
  const flags = flagsOf(saved.journal, saved.server);
  const refused = refusedAnswers(saved.refused);
  const current = items[index];
  const locked = left <= 0 || saved.link === 'moved' || saved.link === 'closed';

  // The words around the questions are in the language of the questions.
  useEffect(() => {
    void changeLanguage(exam.language);
  }, [exam.language]);

  useEffect(() => {
    const online = () => saving.push();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [saving]);

  useDoubts(exam);

  return {
    saved,
    index,
    view,
    language,
    left,
    answers,
    flags,
    /** Not among the answers: what the server did not take. */
    refused,
    current,
    locked,
    go: (to: number) => {
      if (to < 0) return;
      if (to >= items.length) return setView('review');
      setIndex(to);
      setView('question');
      window.scrollTo({ top: 0 });
    },
    review: () => setView('review'),
    answer: (identifier: string, value: unknown) => {
      if (locked || !current) return;
      const now = saving.snapshot();
      const before = shownAnswer(
        refusedAnswers(now.refused).get(current.itemId),
        answersOf(now.journal, now.server).get(current.itemId),
      );
      const response = withAnswer(before, identifier, value);
      void saving.record({ kind: 'response', item: current.itemId, response });
    },
    flag: () => {
      if (locked || !current) return;
      const response = !flags.has(current.itemId);
      void saving.record({ kind: 'flag', item: current.itemId, response });
    },
    speak: (chosen: Language) => {
      if (chosen === language) return;
      setLanguage(chosen);
      void changeLanguage(chosen);
      if (!locked) void saving.record({ kind: 'language', item: null, response: chosen });
    },
  };
}

export type Player = ReturnType<typeof usePlayer>;

/** A computer that slept over half the exam shows the time of before: it asks as soon as it wakes, until it is told. */
function useDoubts({ clock, askTime }: RunningExam): void {
  useEffect(() => {
    let asking = false;
    const look = () => {
      if (asking || !clock.isDoubtful()) return;
      asking = true;
      askTime()
        .catch(() => undefined)
        .finally(() => {
          asking = false;
        });
    };
    const timer = setInterval(look, 2_000);
    return () => clearInterval(timer);
  }, [clock, askTime]);
}

function useTimeLeft(read: () => number): number {
  const [left, setLeft] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setLeft(read()), 250);
    return () => clearInterval(timer);
  });
  return left;
}
