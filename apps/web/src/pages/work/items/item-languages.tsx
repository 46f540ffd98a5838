import type { Item } from '../../../api/items.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';

/** Which languages the item has; a translation by a machine says so. */
export function ItemLanguages({ item }: { item: Item }) {
  const { t } = useWords();
  return (
    <span>
      {item.languages
        .map((language) =>
          item.body.languages[language]?.machineDrafted
            ? `${language.toUpperCase()} ${t('items.drafted')}`
            : language.toUpperCase(),
        )
        .join(', ')}
      <span className="unseen">
        {item.languages.map((language) => languageNames[language]).join(', ')}
      </span>
    </span>
  );
}
