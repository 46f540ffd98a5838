import { X } from 'lucide-react';
import type { Framework } from '../../../api/competency.ts';
import type { BlueprintRow } from '../../../api/forms.ts';
import { demands, type Demand } from '../../../api/items.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import './forms.css';

export interface BlueprintRowsProps {
  rows: BlueprintRow[];
  framework: Framework;
  onChange: (rows: BlueprintRow[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** How many items of which competency, level and demand make a form. */
export function BlueprintRows({ rows, framework, onChange, errorOf }: BlueprintRowsProps) {
  const { t, words } = useWords();
  const set = (index: number, part: Partial<BlueprintRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const total = rows.reduce((sum, { count }) => sum + (Number.isFinite(count) ? count : 0), 0);
  return (
    <fieldset className="form-part blueprint-rows" id="rows" tabIndex={-1}>
      <legend>{t('forms.rows')}</legend>
      {rows.map((row, index) => (
        <div key={index} className="blueprint-row">
          <SelectField
            name={`rows.${index}.competencyCode`}
            label={t('national.competency')}
            value={row.competencyCode}
            error={errorOf(`rows.${index}.competencyCode`) ?? errorOf(`rows.${index}`)}
            onChange={(competencyCode) => set(index, { competencyCode })}
            choices={framework.competencies.map(({ code, title }) => ({
              value: code,
              label: `${code} ${words(title)}`,
            }))}
          />
          <SelectField
            name={`rows.${index}.level`}
            label={t('frameworks.level')}
            value={String(row.level)}
            error={errorOf(`rows.${index}.level`)}
            onChange={(level) => set(index, { level: Number(level) })}
            choices={framework.levels.map(({ level }) => ({
              value: String(level),
              label: String(level),
            }))}
          />
          <SelectField
            name={`rows.${index}.cognitiveDemand`}
            label={t('items.demand')}
            value={row.cognitiveDemand ?? ''}
            error={errorOf(`rows.${index}.cognitiveDemand`)}
            onChange={(demand) =>
              set(index, { cognitiveDemand: demand === '' ? null : (demand as Demand) })
            }
            choices={[
              { value: '', label: t('forms.anyDemand') },
              ...demands.map((value) => ({ value, label: t(`items.demands.${value}`) })),
            ]}
          />
          <TextField
            name={`rows.${index}.count`}
            label={t('forms.count')}
            inputMode="numeric"
            value={Number.isFinite(row.count) ? String(row.count) : ''}
            error={errorOf(`rows.${index}.count`)}
            onChange={(count) => set(index, { count: count === '' ? Number.NaN : Number(count) })}
          />
          <button
            type="button"
            className="button button--quiet"
            disabled={rows.length === 1}
            aria-label={t('forms.removeRow', { row: index + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <X aria-hidden />
          </button>
        </div>
      ))}
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => {
            const last = rows.at(-1);
            if (last) onChange([...rows, { ...last }]);
          }}
        >
          {t('items.addOption')}
        </button>
        <output>{t('forms.total', { count: total })}</output>
      </div>
    </fieldset>
  );
}
