import { SelectField } from '../../../../components/select-field.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import {
  declarationOf,
  isReworded,
  publishedDescriptor,
  withDeclaration,
  type Declaration,
} from './declared.ts';
import type { DraftFields } from './draft-fields.ts';
import type { CompetencyModel } from './draft-model.ts';

export interface SameFieldProps extends DraftFields {
  competency: CompetencyModel;
  level: number;
}

/** Whether what was attained before counts on: the words decide, unless the editor declares otherwise. */
export function SameField({
  competency,
  level,
  model,
  published,
  change,
  errorOf,
}: SameFieldProps) {
  const { t } = useWords();
  const { competencyId } = competency;
  if (published === null || publishedDescriptor(published, competencyId, level) === undefined)
    return null;
  const reworded = isReworded(published, competency, level);
  const name = `competencies.${competencyId}.descriptors.${level}.same`;
  return (
    <SelectField
      name={name}
      className="same-field"
      label={t('frameworkDraft.same', { version: published.version })}
      value={declarationOf(model, published.version, competencyId, level)}
      error={errorOf(name)}
      onChange={(declaration) =>
        change(withDeclaration(model, published, competencyId, level, declaration as Declaration))
      }
      choices={[
        {
          value: 'by-words',
          label: t(`frameworkDraft.sameChoices.${reworded ? 'changed' : 'unchanged'}`),
        },
        { value: 'yes', label: t('frameworkDraft.sameChoices.yes') },
        { value: 'no', label: t('frameworkDraft.sameChoices.no') },
      ]}
    />
  );
}
