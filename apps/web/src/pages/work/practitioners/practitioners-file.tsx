import { useState } from 'react';
import { allPractitioners, type PractitionersFilter } from '../../../api/practitioners.ts';
import { offer } from '../../../components/download.ts';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { practitionersCsv } from './practitioners-csv.ts';

interface PractitionersFileProps {
  filter: PractitionersFilter;
  agencyOf: (agencyId: string | null) => string;
  rolesOf: (roleIds: readonly string[]) => string;
}

/** Everybody of the selection as CSV, not only the page that is shown. */
export function PractitionersFile({ filter, agencyOf, rolesOf }: PractitionersFileProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const take = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const people = await allPractitioners(filter);
      const rows = people.map(({ agencyId, roleIds, otherNames, ...person }) => ({
        practitionerId: person.practitionerId,
        familyName: person.familyName,
        givenName: person.givenName,
        otherNames: otherNames ?? '',
        agency: agencyOf(agencyId),
        roles: rolesOf(roleIds),
      }));
      offer(practitionersCsv(rows), 'text/csv', 'practitioners.csv');
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack no-print">
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => !busy && void take()}
        >
          {t('practitioners.csv')}
        </button>{' '}
        <span className="quiet">{t('practitioners.csvHint')}</span>
      </p>
      <output className="unseen">{busy ? t('shell.words.loading') : ''}</output>
      {refusal !== null && <RefusalNotice error={refusal} onRetry={() => void take()} />}
    </div>
  );
}
