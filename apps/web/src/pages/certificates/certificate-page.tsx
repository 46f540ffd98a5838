import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { certificateFile, certificateQuery, type CertificateView } from '../../api/certificates.ts';
import { useMe } from '../../api/session.ts';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RosetteFigure } from '../../components/rosette-figure.tsx';
import { Status } from '../../components/status.tsx';
import { languageNames, languages } from '../../i18n/languages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { CertificateActs } from './certificate-acts.tsx';
import { CertifiedName } from './certified-name.tsx';
import { CertifiedScope } from './certified-scope.tsx';
import './certificates.css';

/** One certificate: its holder sees it here, and so does the officer, who may act on it. */
export function CertificatePage() {
  const { id = '' } = useParams();
  const certificate = useQuery(certificateQuery(id));
  return <Loaded query={certificate}>{(data) => <Certificate certificate={data} />}</Loaded>;
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const { t, words, code, date } = useWords();
  const me = useMe();
  const { state, effective, reasonCode } = certificate;
  const own = me?.person === certificate.practitionerId;
  const changed = state === 'suspended' || state === 'withdrawn';
  return (
    <Page
      kind="public"
      kicker={own ? t('certificate.kickerOwn') : t('certificate.kicker')}
      title={words(certificate.title)}
    >
      <div className="certificate-sheet">
        <div className="stack">
          <p className="certificate-sheet__state">
            <Status state={state} {...(changed ? { since: date(effective) } : {})} />
          </p>
          <p>{code('certificate.means', state)}</p>
          <Facts
            facts={[
              [t('certificate.holder'), <CertifiedName key="holder" certificate={certificate} />],
              [t('certificate.issued'), date(certificate.issued)],
              [t('certificate.expires'), date(certificate.expires)],
              [
                t('certificate.scheme'),
                t('cases.schemeVersion', {
                  code: certificate.schemeCode,
                  version: certificate.schemeVersion,
                }),
              ],
              [t('certificate.reason'), changed ? code('acts.reasons', reasonCode) : null],
              [
                t('certificate.code'),
                <Link
                  key="code"
                  className="mono"
                  to={`/verify/${encodeURIComponent(certificate.code)}`}
                >
                  {certificate.code}
                </Link>,
              ],
            ]}
          />
        </div>
        <figure className="certificate-sheet__rosette">
          <RosetteFigure digest={certificate.digest} label={t('verify.rosette')} />
          <figcaption>{t('verify.rosetteText')}</figcaption>
        </figure>
      </div>
      <Section title={t('certificate.scope')}>
        <CertifiedScope scope={certificate.scope} />
      </Section>
      <Downloads id={certificate.id} />
      {!own && <CertificateActs certificate={certificate} />}
      {(own || me?.permissions.includes('cases.read')) && (
        <p className="no-print">
          <Link to={`/certificates/${certificate.id}/case`}>{t('certificate.toCase')}</Link>
        </p>
      )}
    </Page>
  );
}

function Downloads({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <section className="section no-print">
      <h2>{t('certificate.downloads')}</h2>
      <p className="quiet">{t('certificate.downloadsText')}</p>
      <div className="row">
        {languages.map((language) => (
          <a
            key={language}
            className="button"
            href={certificateFile(id, 'pdf', `?language=${language}`)}
            download
          >
            {t('certificate.pdf', { language: languageNames[language] })}
          </a>
        ))}
        <a className="button" href={certificateFile(id, 'bundle')} download>
          {t('certificate.bundle')}
        </a>
        <a className="button" href={certificateFile(id, 'credential')} download>
          {t('certificate.credential')}
        </a>
      </div>
    </section>
  );
}
