import type { ItemBody, LanguagePart } from '../../../api/items.ts';
import type { Language } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';

/** The right answer in words, and why it is right: for authors and reviewers, never for candidates. */
export function ItemKey({ body, language }: { body: ItemBody; language: Language }) {
  const { t } = useWords();
  const part = body.languages[language];
  if (part === undefined) return null;
  return (
    <div className="stack" lang={language}>
      <Right body={body} part={part} />
      <p>
        <strong>{t('items.rationale')}: </strong>
        {part.rationale}
      </p>
      {part.machineDrafted && <p className="quiet">{t('items.draftedText')}</p>}
    </div>
  );
}

function Right({ body, part }: { body: ItemBody; part: LanguagePart }) {
  const { t, number } = useWords();
  const { key } = body;
  const all = [...(part.choices ?? []), ...(part.left ?? []), ...(part.right ?? [])];
  const text = (id: string) => all.find((option) => option.id === id)?.text ?? id;
  switch (body.interaction) {
    case 'choice':
      return <p className="item-key">{text(key.choice ?? '')}</p>;
    case 'multiple':
      return (
        <ul className="item-key">
          {(key.choices ?? []).map((id) => (
            <li key={id}>{text(id)}</li>
          ))}
        </ul>
      );
    case 'order':
      return (
        <ol className="item-key">
          {(key.order ?? []).map((id) => (
            <li key={id}>{text(id)}</li>
          ))}
        </ol>
      );
    case 'match':
      return (
        <ul className="item-key">
          {(key.pairs ?? []).map(([left, right]) => (
            <li key={left}>
              {text(left)} → {text(right)}
            </li>
          ))}
        </ul>
      );
    case 'numeric': {
      const { value = 0, tolerance = 0, unit = '' } = key.number ?? {};
      return (
        <p className="item-key">
          {t('items.numberKey', {
            value: number(value, digitsOf(value)),
            tolerance: number(tolerance, digitsOf(tolerance)),
            unit,
          })}
        </p>
      );
    }
    case 'text':
      return <p className="item-key">{(part.accepted ?? []).join(', ')}</p>;
  }
}

const digitsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;
