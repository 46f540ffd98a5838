import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Framework } from '../../api/competency.ts';
import { nationalFile, trainingNeedsQuery, type NationalFilter } from '../../api/national.ts';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from '../../layout/page.tsx';
import type { ChangeNational } from './national-address.ts';
import { NeedBars } from './need-bars.tsx';

export interface TrainingNeedsSectionProps {
  filter: NationalFilter;
  by: 'competency' | 'role';
  change: ChangeNational;
  framework: Framework;
}

const shownFirst = 20;

/** What closes most if it is taught: the levels that are missing, all people added up. */
export function TrainingNeedsSection(props: TrainingNeedsSectionProps) {
  const { filter, by, change, framework } = props;
  const { t, language } = useWords();
  const needs = useQuery(trainingNeedsQuery(filter, by));
  const [all, setAll] = useState(false);
  return (
    <Section
      title={t('national.needs')}
      aside={
        <a
          className="no-print"
          href={nationalFile('national/training-needs', filter, { by, language })}
          download
        >
          {t('shell.words.csv')}
        </a>
      }
    >
      <div className="picture-head">
        <p className="picture-head__words">{t('national.needsText')}</p>
        <ChoiceBar
          name="needs"
          label={t('national.ranked')}
          value={by}
          onChange={(next) => change({ needs: next === 'role' ? next : '' })}
          choices={[
            { value: 'competency', label: t('national.needsBy.competency') },
            { value: 'role', label: t('national.needsBy.role') },
          ]}
        />
      </div>
      <Loaded query={needs}>
        {({ items, hidden }) => (
          <>
            {items.length === 0 ? (
              <Empty title={t('national.needsEmptyTitle')}>
                <p>{t('national.needsEmpty')}</p>
              </Empty>
            ) : (
              <NeedBars
                needs={all ? items : items.slice(0, shownFirst)}
                longest={items[0]?.sumGap ?? 0}
                framework={framework}
              />
            )}
            {!all && items.length > shownFirst && (
              <p>
                <button type="button" className="button" onClick={() => setAll(true)}>
                  {t('national.showAll', { count: items.length })}
                </button>
              </p>
            )}
            {hidden > 0 && <p className="quiet">{t('national.needsHidden', { hidden })}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}
