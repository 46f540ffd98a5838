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
}

/** A long list opens when it is asked for: a draft just begun lacks nearly everything. */
export function Lacks({ model, lacks, page }: LacksProps) {
  const { t } = useWords();
  const place = usePlaceWords(model);
  const line = ({ field, code }: Lack) =>
    `${place(field)}: ${t(`frameworkDraft.problems.${code as 'empty'}`)}`;
  return (
    <Notice tone="attention">
      <details open={lacks.length <= 5}>
        <summary>
          <strong>{t('frameworkDraft.lacking', { count: lacks.length })}</strong>
        </summary>
        {page !== undefined && <p>{t('frameworkDraft.lackingText')}</p>}
        <ul>
          {lacks.map((lack) => (
            <li key={`${lack.field} ${lack.code}`}>
              {page === undefined ? (
                line(lack)
              ) : (
                <Link to={addressOf(page, lack.field)}>{line(lack)}</Link>
              )}
            </li>
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
