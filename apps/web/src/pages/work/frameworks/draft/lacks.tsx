import { Link } from 'react-router';
import { Notice } from '../../../../components/notice.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftModel } from './draft-model.ts';
import { whereIs } from './field-of-place.ts';
import type { Lack } from './still-lacking.ts';
import { usePlaceWords } from './use-place-words.ts';

export interface LacksProps {
  model: DraftModel;
  lacks: readonly Lack[];
  /** The page of the fields, for who may change them. */
  page?: string;
  /** On that page itself. */
  onGo?: (field: string) => void;
}

/** A long list opens when it is asked for: a draft just begun lacks nearly everything. */
export function Lacks({ model, lacks, page, onGo }: LacksProps) {
  const { t, known } = useWords();
  const place = usePlaceWords(model);
  const line = ({ field, code }: Lack) =>
    `${place(field)}: ${known('frameworkDraft', `problems.${code}`) ?? code}`;
  const leading = (lack: Lack) => {
    if (onGo)
      return (
        <a
          href={`#${lack.field}`}
          onClick={(event) => {
            event.preventDefault();
            onGo(lack.field);
          }}
        >
          {line(lack)}
        </a>
      );
    return page === undefined ? (
      line(lack)
    ) : (
      <Link to={addressOf(page, lack.field)}>{line(lack)}</Link>
    );
  };
  return (
    <Notice tone="attention">
      <details className="lacks" open={lacks.length <= 5}>
        <summary>
          <strong>{t('frameworkDraft.lacking', { count: lacks.length })}</strong>
        </summary>
        {(page !== undefined || onGo) && <p>{t('frameworkDraft.lackingText')}</p>}
        <ul>
          {lacks.map((lack) => (
            <li key={`${lack.field} ${lack.code}`}>{leading(lack)}</li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

/** The part and entry in which a field stands, and the field itself behind the #. */
export function addressOf(page: string, field: string): string {
  const { part, entry } = whereIs(field);
  const query = new URLSearchParams({ part, ...(entry === '' ? {} : { entry }) });
  return `${page}?${query.toString()}#${field}`;
}
