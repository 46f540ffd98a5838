import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { certificateCaseQuery, type CertificateCaseFile } from '../../api/cases.ts';
import { useMe } from '../../api/session.ts';
import { AuditTable } from '../../components/audit-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ExactIds, Person, WholeId, Who } from '../../components/person.tsx';
import { RosetteFigure } from '../../components/rosette-figure.tsx';
import { Status } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { CaseTools } from './case-tools.tsx';
import { CertificateEvidence } from './certificate-evidence.tsx';
import { CertificateEvents } from './certificate-events.tsx';
import './cases.css';

/** What goes to court about a certificate: what was certified, on which evidence, by whom, and proof of when. */
export function CertificateCasePage() {
  const { id = '' } = useParams();
  const file = useQuery(certificateCaseQuery(id));
  return (
    <ExactIds value>
      <Loaded query={file}>{(data) => <CaseFile file={data} />}</Loaded>
    </ExactIds>
  );
}

function CaseFile({ file }: { file: CertificateCaseFile }) {
  const { t, words, code, date, instant } = useWords();
  const me = useMe();
  const { certificate, scheme, cases = [], audit } = file;
  const maySeeIt = file.copy === 'own' || me?.permissions.includes('certificates.read');
  return (
    <Page
      kind="public"
      kicker={t('cases.certificateKicker')}
      title={words(certificate.title)}
      lead={t('cases.writtenAt', { time: instant(file.compiledAt) })}
    >
      <CaseTools file={file} name={`certificate-case-${certificate.id}.json`}>
        {maySeeIt && <Link to={`/certificates/${certificate.id}`}>{t('cases.toCertificate')}</Link>}
      </CaseTools>
      <div className="case__head">
        <Facts
          facts={[
            [t('cases.holder'), <Person key="holder" id={certificate.practitionerId} />],
            [t('cases.practitionerId'), <WholeId key="id" id={certificate.practitionerId} />],
            [t('certificate.state'), <Status key="state" state={certificate.state} />],
            [t('certificate.issued'), date(certificate.issued)],
            [t('cases.issuedBy'), <IssuedBy key="issuedBy" issued={file.issued} />],
            [t('certificate.expires'), date(certificate.expires)],
            [t('certificate.code'), <WholeId key="code" id={certificate.code} />],
            [t('cases.certificateId'), <WholeId key="certificate" id={certificate.id} />],
            [t('cases.digest'), <WholeId key="digest" id={certificate.digest} />],
          ]}
        />
        <div className="case__rosette">
          <RosetteFigure digest={certificate.digest} label={t('verify.rosette')} />
        </div>
      </div>
      {scheme && (
        <Section title={t('cases.scheme')}>
          <Facts
            facts={[
              [
                t('certificate.scheme'),
                t('cases.schemeVersion', { code: scheme.code, version: scheme.version }),
              ],
              [t('cases.issuing'), code('cases.issuings', scheme.issuing)],
              [
                t('cases.writtenBy'),
                scheme.editors?.map((hand, at) => (
                  <span className="done" key={at}>
                    <Who hand={hand} />
                  </span>
                )),
              ],
              [t('cases.validity'), t('frameworks.months', { months: scheme.validityMonths })],
              [
                t('cases.publishedAt'),
                scheme.publishedAt === null ? null : instant(scheme.publishedAt),
              ],
              [
                t('cases.publishedBy'),
                scheme.publishedBy && <Who key="by" hand={scheme.publishedBy} />,
              ],
            ]}
          />
        </Section>
      )}
      <Section title={t('cases.evidence')}>
        <CertificateEvidence file={file} />
      </Section>
      <Section title={t('cases.events')}>
        <p className="quiet">{t('cases.eventsText')}</p>
        <CertificateEvents events={file.events} />
        <p className="quiet">
          {t('cases.logKey')} <WholeId id={file.log.key} />
        </p>
      </Section>
      {cases.length > 0 && (
        <Section title={t('cases.cases')}>
          <Table
            caption={t('cases.cases')}
            rows={cases}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'cause',
                title: t('cases.cause'),
                heads: true,
                cell: (row) => code('acts.reasons', row.cause),
              },
              { key: 'opened', title: t('cases.opened'), cell: (row) => instant(row.openedAt) },
              {
                key: 'closed',
                title: t('cases.closed'),
                cell: (row) =>
                  row.closedAt === null ? t('cases.stillOpen') : instant(row.closedAt),
              },
              { key: 'by', title: t('acts.who'), cell: (row) => <Who hand={row.closedBy} /> },
              {
                key: 'outcome',
                title: t('cases.outcome'),
                cell: (row) => (row.outcome === null ? null : <Status state={row.outcome} />),
              },
            ]}
          />
        </Section>
      )}
      {audit && (
        <Section title={t('cases.audit')}>
          <p className="quiet">{t('cases.auditText')}</p>
          <AuditTable caption={t('cases.audit')} rows={audit} />
        </Section>
      )}
    </Page>
  );
}

function IssuedBy({ issued }: Pick<CertificateCaseFile, 'issued'>) {
  const { t } = useWords();
  if (issued === null) return null;
  if (issued.rule === null) return <Who hand={issued.by} />;
  const { code, version } = issued.rule;
  return <span>{t('cases.byScheme', { code, version })}</span>;
}
