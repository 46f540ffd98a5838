import type { Scope } from '../../api/certificates.ts';
import { useWords } from '../../i18n/use-words.ts';

export function CertifiedScope({ scope }: { scope: readonly Scope[] }) {
  const { t, words } = useWords();
  return (
    <ul className="certified-scope">
      {scope.map((each) => (
        <li key={each.competencyId}>
          <span className="serif certified-scope__title">{words(each.title)}</span>
          <span>
            {t('shell.words.level', { level: each.level })}, {words(each.levelTitle)}
          </span>
        </li>
      ))}
    </ul>
  );
}
