import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { frameworkQuery } from '../../../api/competency.ts';
import type { Scheme } from '../../../api/schemes.ts';
import { Facts } from '../../../components/facts.tsx';
import { Who } from '../../../components/person.tsx';
import { useWords } from '../../../i18n/use-words.ts';

export function SchemeRules({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  return (
    <Facts
      facts={[
        [t('cases.issuing'), t(`cases.issuings.${scheme.issuing}`)],
        [t('frameworks.validity'), t('frameworks.months', { months: scheme.validityMonths })],
        [t('schemes.renewal'), t('schemes.renewalText', { days: scheme.renewalOpensDays })],
      ]}
    />
  );
}

export function SchemeAbout({ scheme }: { scheme: Scheme }) {
  const { t, words, instant } = useWords();
  const { frameworkId, frameworkVersion: version } = scheme;
  const framework = useQuery(frameworkQuery(frameworkId, version)).data;
  const description = words(scheme.description);
  return (
    <Facts
      facts={[
        [t('schemes.description'), description === words(scheme.title) ? null : description],
        [
          t('schemes.framework'),
          framework && (
            <Link key="framework" to={`/frameworks/${frameworkId}/${version}`}>
              {t('schemes.frameworkVersion', { title: words(framework.title), version })}
            </Link>
          ),
        ],
        [
          t('exams.editors'),
          scheme.editors.map((hand, index) => (
            <span key={hand.account}>
              {index > 0 && ', '}
              <Who hand={hand} />
            </span>
          )),
        ],
        [t('items.publisher'), scheme.publishedBy && <Who key="by" hand={scheme.publishedBy} />],
        [t('cases.publishedAt'), scheme.publishedAt === null ? null : instant(scheme.publishedAt)],
      ]}
    />
  );
}
