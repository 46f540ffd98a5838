import type { TFunction } from 'i18next';
import { StatusShape, type StatusTone } from '../../../components/status-shape.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { Saving } from '../journal/saving.ts';
import { savingState, type SavingState } from '../journal/saving-state.ts';

const tones: Record<SavingState['words'], StatusTone> = {
  nothing: 'plain',
  saved: 'good',
  saving: 'plain',
  kept: 'attention',
  refused: 'refusal',
  'page-only': 'refusal',
  moved: 'refusal',
  closed: 'refusal',
};

export function SavingWords({ saved, practice }: { saved: Saving; practice: boolean }) {
  const { t, clock } = useWords();
  const state: SavingState = practice ? { words: 'nothing' } : savingState(saved);
  const words = practice ? t('exam.save.practice') : inWords(t, state, clock);
  // Only what needs something of the candidate is read out; each "saved" would interrupt him.
  const urgent = ['kept', 'refused', 'page-only', 'moved', 'closed'].includes(state.words);
  return (
    <p className={`saving status status--${tones[state.words]}`} data-saving={state.words}>
      <StatusShape tone={tones[state.words]} />
      <span>{words}</span>
      <span className="unseen" aria-live="polite">
        {urgent ? words : ''}
      </span>
    </p>
  );
}

function inWords(t: TFunction, state: SavingState, clock: (at: number) => string): string {
  switch (state.words) {
    case 'nothing':
      return t('exam.save.nothing');
    case 'saved':
      return t('exam.save.saved', { time: clock(state.at) });
    case 'saving':
      return state.answers > 0
        ? t('exam.save.saving', { count: state.answers })
        : t('exam.save.savingMarks');
    case 'kept':
      return state.answers > 0
        ? t('exam.save.kept', { count: state.answers })
        : t('exam.save.keptMarks');
    case 'refused':
      return t('exam.save.refused', { count: state.answers });
    case 'page-only':
      return t('exam.save.pageOnly', { count: state.answers });
    case 'moved':
      return t('exam.save.moved');
    case 'closed':
      return t('exam.save.closed');
  }
}
