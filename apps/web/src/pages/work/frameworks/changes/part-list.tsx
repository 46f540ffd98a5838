import { useWords } from '../../../../i18n/use-words.ts';
import type { Part } from './parts.ts';

export function PartList({ parts }: { parts: Part[] }) {
  const { t, words } = useWords();
  return (
    <ul>
      {parts.map(({ kind, id, code, title }) => (
        <li key={`${kind} ${id}`}>
          {t(`frameworkDraft.changes.kinds.${kind}`)} {code} {words(title)}
        </li>
      ))}
    </ul>
  );
}
