import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { frameworkQuery, type Framework } from '../../api/competency.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { LevelTable } from './level-table.tsx';
import { RequirementMatrix } from './requirement-matrix.tsx';
import './frameworks.css';

export function FrameworkPage() {
  const { id = '', version = '' } = useParams();
  const framework = useQuery(frameworkQuery(id, version));
  return <Loaded query={framework}>{(data) => <FrameworkText framework={data} />}</Loaded>;
}

function FrameworkText({ framework }: { framework: Framework }) {
  const { t, words, instant } = useWords();
  return (
    <Page
      kind="public"
      title={words(framework.title)}
      kicker={t('frameworks.version', {
        version: framework.version,
        date: instant(framework.publishedAt),
      })}
      lead={words(framework.notice) || undefined}
    >
      <Section title={t('frameworks.roles')}>
        <p className="quiet">{t('frameworks.rolesHint')}</p>
        <RequirementMatrix framework={framework} />
      </Section>
      <Section title={t('frameworks.levels')}>
        <LevelTable levels={framework.levels} />
      </Section>
    </Page>
  );
}
