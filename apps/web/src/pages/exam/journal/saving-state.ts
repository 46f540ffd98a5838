// The words about saving follow from what is known, never from what is hoped.
import type { Journal } from './journal.ts';
import { refusedAnswers, type RefusedEntry } from './refused.ts';

/** How the last try to reach the server went. */
export type Link = 'idle' | 'sending' | 'unreachable' | 'moved' | 'closed';

export type SavingState =
  | { words: 'nothing' }
  | { words: 'saved'; at: number }
  | { words: 'saving'; answers: number }
  /** Safe on this computer, not yet on the server. */
  | { words: 'kept'; answers: number }
  /** All that could be sent is on the server; these answers it did not take. */
  | { words: 'refused'; answers: number }
  /** The browser stores nothing: only this page has it. */
  | { words: 'page-only'; answers: number }
  /** The attempt goes on elsewhere; this page may no longer save. */
  | { words: 'moved'; answers: number }
  /** The time is over on the server; what is pending may come too late to count. */
  | { words: 'closed'; answers: number };

export interface SavingFacts {
  journal: Journal;
  refused: readonly RefusedEntry[];
  link: Link;
  /** Whether the last write to IndexedDB succeeded. */
  stored: boolean;
  /** The server's time of the last confirmation. */
  savedAt: number | null;
}

export function savingState(facts: SavingFacts): SavingState {
  const { journal, link, stored, savedAt } = facts;
  const answers = pendingAnswers(journal);
  if (link === 'moved' || link === 'closed') return { words: link, answers };
  if (journal.pending.length === 0) {
    const refused = refusedAnswers(facts.refused).size;
    if (refused > 0) return { words: 'refused', answers: refused };
    return savedAt === null ? { words: 'nothing' } : { words: 'saved', at: savedAt };
  }
  if (!stored) return { words: 'page-only', answers };
  return link === 'unreachable' ? { words: 'kept', answers } : { words: 'saving', answers };
}

/** Ten changes of one answer are one answer. */
export function pendingAnswers(journal: Journal): number {
  const items = journal.pending.filter((entry) => entry.kind === 'response').map((e) => e.item);
  return new Set(items).size;
}
