import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { frameworkQuery, type Framework } from '../../api/competency.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Page, Section } from '../../layout/page.tsx';
import { NotFoundPage } from '../not-found-page.tsx';
import './frameworks.css';

/** The page a certificate's alignment points to: it says what was certified. */
export function CompetencyPage() {
  const { id = '', version = '', code = '' } = useParams();
  const framework = useQuery(frameworkQuery(id, version));
  return <Loaded query={framework}>{(data) => <Competency framework={data} code={code} />}</Loaded>;
}

function Competency({ framework, code }: { framework: Framework; code: string }) {
  const { t, words } = useWords();
  const competency = framework.competencies.find((each) => each.code === code);
  if (!competency) return <NotFoundPage />;
  const requiring = framework.requirements
    .filter((each) => each.competencyId === competency.competencyId && each.level > 0)
    .map((each) => ({ ...each, role: framework.roles.find((r) => r.roleId === each.roleId) }))
    .toSorted((a, b) => b.level - a.level);
  const home = `/frameworks/${framework.frameworkId}/${framework.version}`;
  return (
    <Page
      kind="public"
      title={words(competency.title)}
      kicker={
        <Link to={home}>
          {t('frameworks.of', { framework: words(framework.title), version: framework.version })}
        </Link>
      }
    >
      <Section title={t('frameworks.descriptors')}>
        <ol className="descriptors">
          {framework.levels.map((level) => (
            <li key={level.level} id={`level-${level.level}`}>
              <h3>
                <span className="descriptors__level">{level.level}</span> {words(level.title)}
              </h3>
              <p>{words(competency.descriptors.find((d) => d.level === level.level)?.text)}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('frameworks.requiredBy')}>
        {requiring.length === 0 ? (
          <p className="quiet">{t('frameworks.nobody')}</p>
        ) : (
          <dl className="facts">
            {requiring.map(({ roleId, role, level }) => (
              <div key={roleId} className="facts__pair">
                <dt>{words(role?.title)}</dt>
                <dd>{t('shell.words.level', { level })}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
    </Page>
  );
}
