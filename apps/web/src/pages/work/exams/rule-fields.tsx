import type { Exam } from '../../../api/exams.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { languageNames, languages } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';

export interface RuleFieldsProps {
  exam: Exam | null;
  errorOf: (field: string) => string | undefined;
}

export function RuleFields({ exam, errorOf }: RuleFieldsProps) {
  const { t } = useWords();
  const rules = exam?.rules;
  const number = (name: string, label: string, value: number | undefined, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="decimal"
      defaultValue={value === undefined ? '' : String(value)}
      error={errorOf(name)}
    />
  );
  return (
    <>
      <fieldset className="form-part">
        <legend>{t('cases.cutScore')}</legend>
        {number('rules.cutScore.score', t('exams.cutPoints'), rules?.cutScore.score)}
        <TextArea
          name="rules.cutScore.justification"
          label={t('cases.justification')}
          hint={t('exams.justificationHint')}
          defaultValue={rules?.cutScore.justification ?? ''}
          error={errorOf('rules.cutScore.justification')}
        />
        <TextField
          name="rules.cutScore.author"
          label={t('cases.setBy')}
          defaultValue={rules?.cutScore.author ?? ''}
          error={errorOf('rules.cutScore.author')}
        />
      </fieldset>
      <fieldset className="form-part">
        <legend>{t('exams.rules')}</legend>
        {number('rules.minutes', t('exams.minutes'), rules?.minutes)}
        {number(
          'rules.graceMinutes',
          t('exams.grace'),
          rules?.graceMinutes ?? 2,
          t('exams.graceHint'),
        )}
        <CheckGroup
          name="rules.languages"
          label={t('items.languages')}
          error={errorOf('rules.languages')}
          defaultValues={rules?.languages ?? languages}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Check
          name="rules.languageSwitch"
          label={t('exams.switch')}
          on={rules?.languageSwitch ?? true}
        />
        <SelectField
          name="rules.release"
          label={t('exams.release')}
          defaultValue={rules?.release ?? 'automatic'}
          error={errorOf('rules.release')}
          choices={(['automatic', 'by-officer'] as const).map((value) => ({
            value,
            label: t(`exams.releases.${value}`),
          }))}
        />
      </fieldset>
      <fieldset className="form-part">
        <legend>{t('exams.retakes')}</legend>
        <TextField
          name="rules.retakes.waitDays"
          label={t('exams.waitDays')}
          hint={t('exams.waitDaysHint')}
          defaultValue={(rules?.retakes.waitDays ?? [30, 60, 90]).join(', ')}
          error={errorOf('rules.retakes.waitDays')}
        />
        {number(
          'rules.retakes.maxAttempts',
          t('exams.maxAttempts'),
          rules?.retakes.maxAttempts ?? 4,
        )}
        {number(
          'rules.retakes.windowMonths',
          t('exams.windowMonths'),
          rules?.retakes.windowMonths ?? 12,
        )}
      </fieldset>
    </>
  );
}

function Check({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label className="check">
      <input type="checkbox" name={name} defaultChecked={on} />
      <span>{label}</span>
    </label>
  );
}
