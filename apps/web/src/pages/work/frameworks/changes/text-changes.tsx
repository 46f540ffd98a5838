import { languageNames } from '../../../../i18n/languages.ts';
import { apart, type TextChange } from './text-change.ts';

/** In each language that changed: what goes is struck, what comes underlined. */
export function TextChanges({ texts }: { texts: TextChange[] }) {
  return (
    <dl className="text-changes">
      {texts.map(({ language, was, is }) => {
        const parts = apart(was, is);
        return (
          <div key={language}>
            <dt>{languageNames[language]}</dt>
            <dd lang={language}>
              {parts.head} {parts.was !== '' && <del>{parts.was}</del>}{' '}
              {parts.is !== '' && <ins>{parts.is}</ins>} {parts.tail}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
