import { useState } from 'react';
import type { Framework } from '../../api/competency.ts';
import {
  nationalFile,
  type MatrixBy,
  type National,
  type NationalFilter,
} from '../../api/national.ts';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';
import { HeatLegend } from './heat-legend.tsx';
import { HeatMatrix } from './heat-matrix.tsx';
import { HeatTable } from './heat-table.tsx';
import type { ChangeNational } from './national-address.ts';

export interface HeatSectionProps {
  national: National;
  framework: Framework;
  filter: NationalFilter;
  change: ChangeNational;
}

export function HeatSection({ national, framework, filter, change }: HeatSectionProps) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const { by } = national.matrix;
  const ways: readonly MatrixBy[] =
    national.scope === null ? ['role', 'agency', 'region'] : ['role', 'agency'];
  return (
    <Section
      title={t('national.matrix')}
      aside={
        <a href={nationalFile('national', filter, { by, language })} download className="no-print">
          {t('shell.words.csv')}
        </a>
      }
    >
      <div className="picture-head">
        <p className="picture-head__words">{t('national.matrixText')}</p>
        <ChoiceBar
          name="by"
          label={t('national.columns')}
          value={by}
          onChange={(next) => change({ by: next === 'role' ? '' : next })}
          choices={ways.map((way) => ({ value: way, label: t(`national.by.${way}`) }))}
        />
      </div>
      <HeatMatrix national={national} framework={framework} />
      <HeatLegend />
      <details className="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('shell.words.table')}</summary>
        {open && <HeatTable national={national} />}
      </details>
    </Section>
  );
}
