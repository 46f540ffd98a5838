import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { certificateCasesQuery, type CertificateCase } from '../../../api/cases.ts';
import { useMe } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';

export function CertificateCases(props: CaseListProps) {
  const { code } = useWords();
  const query = useQuery(certificateCasesQuery({ state: props.state, offset: props.offset }));
  return (
    <CaseList<CertificateCase>
      {...props}
      query={query}
      idOf={(row) => row.id}
      cause={(row) => code('acts.reasons', row.cause)}
      outcome={(row) => row.outcome && code('shell.states', row.outcome)}
      detail={(row) => <OneCase row={row} />}
    />
  );
}

/** It is closed by what is done to the certificate, on the certificate's page: reinstated or withdrawn. */
function OneCase({ row }: { row: CertificateCase }) {
  const { t, code } = useWords();
  const me = useMe();
  const own = me?.person === row.practitionerId;
  const mayRead = me?.permissions.includes('certificates.read') ?? false;
  return (
    <div className="stack">
      <p>{code('work.cases.means', row.cause)}</p>
      {!own && (
        <p>
          <Link to={`/certificates/${row.certificateId}/case`}>{t('certificate.toCase')}</Link>
        </p>
      )}
      {own ? (
        <p>{t('refusals.own-certificate')}</p>
      ) : (
        mayRead && (
          <p>
            <Link to={`/certificates/${row.certificateId}`}>{t('work.cases.toCertificate')}</Link>
          </p>
        )
      )}
    </div>
  );
}
