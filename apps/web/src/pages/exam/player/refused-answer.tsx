import { Notice } from '../../../components/notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { RefusedEntry } from '../journal/refused.ts';

/** What was not accepted, why, where it is now, what counts instead, and what to do: in that order. */
export function RefusedAnswer({
  refused: { why },
  savedBefore,
  kept,
  locked,
}: {
  refused: RefusedEntry;
  savedBefore: boolean;
  kept: boolean;
  locked: boolean;
}) {
  const { t } = useWords();
  const sentences = [
    why.code === 'too-long'
      ? t('exam.refused.tooLong', { limit: why.limit })
      : t('exam.refused.notValid'),
    kept ? t('exam.refused.kept') : t('exam.refused.pageOnly'),
    savedBefore ? t('exam.refused.before') : t('exam.refused.none'),
    ...(locked ? [] : [t('exam.refused.anew')]),
  ];
  return (
    <Notice tone="refusal" title={t('exam.refused.title')} live>
      <p>{sentences.join(' ')}</p>
    </Notice>
  );
}
