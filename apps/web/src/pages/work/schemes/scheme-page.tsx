import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { schemeVersionsQuery, type Scheme } from '../../../api/schemes.ts';
import { useMe } from '../../../api/session.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';
import { NotFoundPage } from '../../not-found-page.tsx';
import { PublishScheme } from './publish-scheme.tsx';
import { SchemeAbout, SchemeRules } from './scheme-facts.tsx';
import { SchemeRequirements } from './scheme-requirements.tsx';
import { SchemeVersions } from './scheme-versions.tsx';

const keys = ['version'] as const;

export function SchemePage() {
  const { schemeId = '' } = useParams();
  const versions = useQuery(schemeVersionsQuery(schemeId));
  return <Loaded query={versions}>{({ items }) => <OneScheme versions={items} />}</Loaded>;
}

/** The newest version, or the one that the address names. */
function OneScheme({ versions }: { versions: readonly Scheme[] }) {
  const { t, words } = useWords();
  const me = useMe();
  const [address] = useAddress(keys);
  const newest = versions[0];
  const scheme =
    address.version === ''
      ? newest
      : versions.find(({ version }) => String(version) === address.version);
  if (!newest || !scheme) return <NotFoundPage />;
  return (
    <Page
      width="wide"
      kicker={t('cases.schemeVersion', { code: scheme.code, version: scheme.version })}
      title={words(scheme.title)}
      lead={<Status state={scheme.state} />}
    >
      {scheme === newest ? <NewestActs scheme={scheme} /> : <Former scheme={scheme} />}
      {versions.some(({ state }) => state === 'published') &&
        me?.permissions.includes('certificates.issue') && (
          <p>
            <Link to={`/work/schemes/${scheme.id}/issue`}>{t('schemes.issue.link')}</Link>
          </p>
        )}
      <div className="two-columns">
        <div>
          <Section title={t('schemes.requirements')}>
            <SchemeRequirements scheme={scheme} />
          </Section>
          <Section
            title={t('schemes.versions')}
            aside={
              me?.permissions.includes('certificates.read') && (
                <Link to={`/work/certificates?schemeId=${scheme.id}`}>
                  {t('schemes.certificates')}
                </Link>
              )
            }
          >
            <SchemeVersions versions={versions} shown={scheme} />
          </Section>
        </div>
        <div>
          <Section title={t('exams.rules')}>
            <SchemeRules scheme={scheme} />
          </Section>
          <Section title={t('schemes.about')}>
            <SchemeAbout scheme={scheme} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function Former({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  return (
    <Notice>
      <p>{t('schemes.former')}</p>
      <p>
        <Link to={`/work/schemes/${scheme.id}`}>{t('schemes.toNewest')}</Link>
      </p>
    </Notice>
  );
}

function NewestActs({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const me = useMe();
  const may = (permission: string) => me?.permissions.includes(permission) ?? false;
  const isDraft = scheme.state === 'draft';
  return (
    <>
      {may('schemes.edit') && (
        <p>
          <Link
            className={`button${isDraft ? ' button--primary' : ''}`}
            to={`/work/schemes/${scheme.id}/edit`}
          >
            {isDraft ? t('items.edit') : t('schemes.newVersion')}
          </Link>
        </p>
      )}
      {me && may('schemes.publish') && <PublishScheme scheme={scheme} me={me} />}
    </>
  );
}
