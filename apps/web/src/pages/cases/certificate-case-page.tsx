import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { certificateCaseQuery, type CertificateCaseFile } from '../../api/cases.ts';
import { AuditTable } from '../../components/audit-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Person, WholeId, Who } from '../../components/person.tsx';
import { RosetteFigure } from '../../components/rosette-figure.tsx';
import { Status } from '../../components/status.tsx';
import { Table } from '../../components/table.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { CaseTools } from './case-tools.tsx';
import { CertificateEvents } from './certificate-events.tsx';
import './cases.css';

/** What goes to court about a certificate: what was certified, on which evidence, by whom, and proof of when. */
export function CertificateCasePage() {
  const { id = '' } = useParams();
  const file = useQuery(certificateCaseQuery(id));
  return <Loaded query={file}>{(data) => <CaseFile file={data} />}</Loaded>;
}

function CaseFile({ file }: { file: CertificateCaseFile }) {
  const { t, words, code, date, instant } = useWords();
  const { certificate, scheme } = file;
  return (
    <Page
      kind="public"
      kicker={t('cases.certificateKicker')}
      title={words(certificate.title)}
      lead={t('cases.writtenAt', { time: instant(file.compiledAt) })}
    >
      <CaseTools file={file} name={`certificate-case-${certificate.id}.json`}>
        <Link to={`/certificates/${certificate.id}`}>{t('cases.toCertificate')}</Link>
      </CaseTools>
      <div className="case__head">
        <Facts
          facts={[
            [t('cases.holder'), <Person key="holder" id={certificate.practitionerId} />],
            [t('cases.practitionerId'), <WholeId key="id" id={certificate.practitionerId} />],
            [t('certificate.state'), <Status key="state" state={certificate.state} />],
            [t('certificate.issued'), date(certificate.issued)],
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
              [t('cases.validity'), t('frameworks.months', { months: scheme.validityMonths })],
              [
                t('cases.publishedAt'),
                scheme.publishedAt === null ? null : instant(scheme.publishedAt),
              ],
              [t('cases.publishedBy'), <Who key="by" hand={scheme.publishedBy} />],
            ]}
          />
        </Section>
      )}
      <Section title={t('cases.evidence')}>
        <Attainments file={file} />
      </Section>
      <Section title={t('cases.events')}>
        <p className="quiet">{t('cases.eventsText')}</p>
        <CertificateEvents events={file.events} />
        <p className="quiet">
          {t('cases.logKey')} <WholeId id={file.log.key} />
        </p>
      </Section>
      {file.cases.length > 0 && (
        <Section title={t('cases.cases')}>
          <Table
            caption={t('cases.cases')}
            rows={file.cases}
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
      <Section title={t('cases.audit')}>
        <p className="quiet">{t('cases.auditText')}</p>
        <AuditTable caption={t('cases.audit')} rows={file.audit} />
      </Section>
    </Page>
  );
}

function Attainments({ file }: { file: CertificateCaseFile }) {
  const { t, code, date, instant } = useWords();
  return (
    <Table
      caption={t('cases.evidence')}
      rows={file.attainments}
      rowKey={(row) => row.attainmentId}
      columns={[
        {
          key: 'competency',
          title: t('national.competency'),
          heads: true,
          cell: (row) => t('home.level', { competency: row.competencyCode, level: row.level }),
        },
        {
          key: 'evidence',
          title: t('cases.kind'),
          cell: (row) => code('frameworks.kinds', row.evidence),
        },
        {
          key: 'source',
          title: t('cases.source'),
          cell: (row) => code('cases.sources', row.source.kind),
        },
        { key: 'from', title: t('cases.from'), cell: (row) => date(row.from) },
        { key: 'to', title: t('cases.to'), cell: (row) => (row.to === null ? null : date(row.to)) },
        {
          key: 'withdrawn',
          title: t('cases.stands'),
          cell: (row) =>
            row.withdrawnAt === null ? (
              t('cases.yes')
            ) : (
              <>
                <Status state="withdrawn" since={instant(row.withdrawnAt)} />
                {row.withdrawnReason !== null && <p>{row.withdrawnReason}</p>}
              </>
            ),
        },
      ]}
    />
  );
}
