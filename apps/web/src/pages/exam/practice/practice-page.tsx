import { Link } from 'react-router';
import { useWords } from '../../../i18n/use-words.ts';
import { Page, Section } from '../../../layout/page.tsx';

export function PracticePage() {
  const { t } = useWords();
  const rules = ['rule3', 'rule4', 'rule6'] as const;
  return (
    <Page width="narrow" title={t('exam.practiceTitle')} lead={t('exam.practiceLead')}>
      <Section title={t('exam.facts')}>
        <ul className="stack">
          <li>{t('exam.practiceMinutes')}</li>
          {rules.map((rule) => (
            <li key={rule}>{t(`exam.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <p>
        <Link className="button button--primary" to="/practice/attempt">
          {t('exam.practiceBegin')}
        </Link>
      </p>
    </Page>
  );
}
