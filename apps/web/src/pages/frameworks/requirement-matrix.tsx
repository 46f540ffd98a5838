import { Link } from 'react-router';
import type { Framework } from '../../api/competency.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Competencies by role; the level is the figure and the depth of the colour. */
export function RequirementMatrix({ framework }: { framework: Framework }) {
  const { t, words } = useWords();
  const { roles, competencies, requirements, frameworkId, version } = framework;
  const required = (roleId: string, competencyId: string) =>
    requirements.find((r) => r.roleId === roleId && r.competencyId === competencyId)?.level ?? 0;
  return (
    <section className="table-frame" aria-label={t('frameworks.roles')}>
      <table className="matrix">
        <caption className="unseen">{t('frameworks.roles')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('frameworks.competency')}</th>
            {roles.map((role) => (
              <th key={role.roleId} scope="col">
                <span className="matrix__role">{words(role.title)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {competencies.map((competency) => (
            <tr key={competency.competencyId}>
              <th scope="row">
                <Link to={`/frameworks/${frameworkId}/${version}/competencies/${competency.code}`}>
                  {words(competency.title)}
                </Link>
              </th>
              {roles.map((role) => {
                const level = required(role.roleId, competency.competencyId);
                return (
                  <td key={role.roleId} className={`cell cell--level-${level}`}>
                    {level > 0 ? (
                      level
                    ) : (
                      <>
                        <span aria-hidden>·</span>
                        <span className="unseen">{t('frameworks.notRequired')}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
