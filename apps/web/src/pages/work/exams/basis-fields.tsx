import { useState } from 'react';
import type { Exam } from '../../../api/exams.ts';
import type { AssembledForm, Blueprint } from '../../../api/forms.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';

export interface BasisFieldsProps {
  exam: Exam | null;
  blueprints: readonly Blueprint[];
  forms: readonly AssembledForm[];
  errorOf: (field: string) => string | undefined;
}

/** Name, blueprint, and the forms of that blueprint which this exam gives out. */
export function BasisFields({ exam, blueprints, forms, errorOf }: BasisFieldsProps) {
  const { t, words } = useWords();
  const [blueprintId, setBlueprintId] = useState(exam?.blueprintId ?? '');
  const offered = forms.filter((form) => form.blueprintId === blueprintId);
  return (
    <fieldset className="form-part">
      <legend>{t('exams.about')}</legend>
      <TextField
        name="code"
        label={t('exams.code')}
        hint={t('exams.codeHint')}
        defaultValue={exam?.code ?? ''}
        error={errorOf('code')}
      />
      <LocalisedField
        name="title"
        label={t('exams.title')}
        errorOf={errorOf}
        {...(exam ? { defaultValue: exam.title } : {})}
      />
      <SelectField
        name="blueprintId"
        label={t('exams.blueprint')}
        hint={t('exams.blueprintHint')}
        value={blueprintId}
        onChange={setBlueprintId}
        error={errorOf('blueprintId')}
        choices={[
          { value: '', label: t('shell.words.choose') },
          ...blueprints.map((blueprint) => ({
            value: blueprint.blueprintId,
            label: words(blueprint.title),
          })),
        ]}
      />
      {blueprintId !== '' && (
        <CheckGroup
          key={blueprintId}
          name="formIds"
          label={t('exams.forms')}
          error={errorOf('formIds')}
          defaultValues={exam?.formIds ?? offered.map(({ formId }) => formId)}
          choices={offered.map((form) => ({
            value: form.formId,
            label: t('exams.formLabel', {
              id: form.formId.slice(0, 8),
              points: form.maxScore,
              languages: form.languages.map((each) => each.toUpperCase()).join(', '),
            }),
          }))}
        />
      )}
      {blueprintId !== '' && offered.length === 0 && <p>{t('exams.noForms')}</p>}
    </fieldset>
  );
}
