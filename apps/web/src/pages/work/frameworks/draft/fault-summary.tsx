import { useEffect, useRef } from 'react';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftModel } from './draft-model.ts';
import type { Fault } from './use-draft-editing.ts';
import { usePlaceWords } from './use-place-words.ts';

export interface FaultSummaryProps {
  faults: readonly Fault[];
  model: DraftModel;
  onGo: (field: string) => void;
}

/** As the error summary of other forms; a field may stand in a part that is not open. */
export function FaultSummary({ faults, model, onGo }: FaultSummaryProps) {
  const { t } = useWords();
  const place = usePlaceWords(model);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('frameworks.work.faults')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(field);
              }}
            >
              {place(field)}: {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
