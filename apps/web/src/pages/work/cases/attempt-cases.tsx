import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  attemptCasesQuery,
  casesKey,
  closeAttemptCase,
  type AttemptCase,
} from '../../../api/cases.ts';
import { useMe } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';

export function AttemptCases(props: CaseListProps) {
  const { code } = useWords();
  const query = useQuery(attemptCasesQuery({ state: props.state, offset: props.offset }));
  return (
    <CaseList<AttemptCase>
      {...props}
      query={query}
      idOf={(row) => row.caseId}
      cause={(row) => code('cases.causes', row.kind)}
      outcome={(row) => row.outcome}
      detail={(row, onDone) => <OneCase row={row} onDone={onDone} />}
    />
  );
}

function OneCase({ row, onDone }: { row: AttemptCase; onDone: () => void }) {
  const { t, code } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const may = (permission: string) => me?.permissions.includes(permission) ?? false;
  const own = me?.person === row.practitionerId;
  return (
    <div className="stack">
      <p>{code('work.cases.means', row.kind)}</p>
      {may('cases.read') && !own && (
        <p>
          <Link to={`/attempts/${row.attemptId}/case`}>{t('home.caseFile')}</Link>
        </p>
      )}
      <p>
        <Link
          to={`/work/sittings/${row.sittingId}?view=results&practitionerId=${row.practitionerId}`}
        >
          {t('work.cases.toSitting')}
        </Link>
      </p>
      {own && <p>{t('refusals.own-case')}</p>}
      {!own && may('results.decide') && (
        <Acts
          acts={[
            {
              key: 'close',
              title: t('work.cases.close.title'),
              explains: <p>{t('work.cases.close.explains')}</p>,
              submit: t('work.cases.close.submit'),
              reasonLabel: t('work.cases.close.reason'),
              perform: async (_, reason) => {
                await closeAttemptCase(row.caseId, reason);
                await queries.invalidateQueries({ queryKey: casesKey });
                onDone();
              },
            },
          ]}
        />
      )}
    </div>
  );
}
