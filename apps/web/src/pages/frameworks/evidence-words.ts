import { evidenceKinds } from '../../api/framework-drafts.ts';
import { useWords } from '../../i18n/use-words.ts';

/** "all of: exam, practical"; of one kind its name alone. */
export function useEvidenceWords() {
  const { t } = useWords();
  return (evidence: readonly string[], rule: 'any' | 'all' | undefined): string => {
    const names = evidenceKinds.filter((kind) => evidence.includes(kind));
    const list = names.map((kind) => t(`frameworks.kinds.${kind}`)).join(', ');
    if (names.length < 2) return list;
    return rule === 'all'
      ? t('frameworks.allOf', { kinds: list })
      : t('frameworks.anyOf', { kinds: list });
  };
}
