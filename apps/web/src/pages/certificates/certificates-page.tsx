import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  certificateFile,
  myCertificatesQuery,
  type CertificateView,
} from '../../api/certificates.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RosetteFigure } from '../../components/rosette-figure.tsx';
import { Status } from '../../components/status.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import './certificates.css';

export function CertificatesPage() {
  const { t } = useWords();
  // A certificate may come seconds after a result; the page does not have to be loaded again for it.
  const certificates = useQuery({ ...myCertificatesQuery, refetchInterval: 3_000 });
  return (
    <Page title={t('result.certificates')} lead={t('result.certificatesLead')}>
      <Loaded query={certificates}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('result.emptyTitle')}>
              <p>{t('result.empty')}</p>
            </Empty>
          ) : (
            <ul className="certificates">
              {items.map((certificate) => (
                <Certificate key={certificate.id} certificate={certificate} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const { t, language, words, date } = useWords();
  const { id, code, digest, state } = certificate;
  return (
    <li className="certificate">
      <div className="certificate__rosette">
        <RosetteFigure digest={digest} label={t('verify.rosette')} />
      </div>
      <div className="stack">
        <h2 className="serif">
          <Link to={`/certificates/${id}`}>{words(certificate.title)}</Link>
        </h2>
        <Status
          state={state}
          {...(state === 'suspended' || state === 'withdrawn'
            ? { since: date(certificate.effective) }
            : {})}
        />
        <p>
          {t('result.dates', {
            issued: date(certificate.issued),
            expires: date(certificate.expires),
          })}
        </p>
        <p>
          {t('result.code')} <span className="mono">{code}</span>
        </p>
        <div className="row">
          <a className="button" href={certificateFile(id, 'pdf', `?language=${language}`)} download>
            {t('result.pdf')}
          </a>
          <a className="button" href={certificateFile(id, 'bundle')} download>
            {t('result.bundle')}
          </a>
          <Link to={`/verify/${encodeURIComponent(code)}`}>{t('result.verify')}</Link>
        </div>
      </div>
    </li>
  );
}
