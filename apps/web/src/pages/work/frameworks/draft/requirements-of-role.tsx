import { useState } from 'react';
import { SelectField } from '../../../../components/select-field.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';
import { requiredIn, requiredOf, withRequired } from './required-of.ts';

/** One role at a time: its competencies one below the other, each with its level. */
export function RequirementsOfRole({ model, published, change, errorOf }: DraftFields) {
  const { t, words } = useWords();
  const [chosen, setChosen] = useState(model.roles[0]?.roleId ?? '');
  const levels = [
    { value: '0', label: t('frameworks.notRequired') },
    ...model.levels.map(({ level, title }) => ({
      value: String(level),
      label: `${level} ${words(title)}`,
    })),
  ];
  return (
    <>
      <SelectField
        name="roleId"
        label={t('frameworks.role')}
        value={chosen}
        onChange={setChosen}
        choices={model.roles.map(({ roleId, code, title }) => ({
          value: roleId,
          label: `${code} ${words(title)}`,
        }))}
      />
      {model.competencies.map(({ competencyId, code, title }) => {
        const level = requiredOf(model, chosen, competencyId);
        const was = requiredIn(published, chosen, competencyId);
        const id = `requirements.${chosen}.${competencyId}`;
        const is = (of: number) => levels.find(({ value }) => value === String(of))?.label ?? of;
        return (
          <SelectField
            key={id}
            name={id}
            label={`${code} ${words(title)}`}
            hint={
              published !== null && was !== level
                ? `${t('frameworkDraft.since', { version: published.version })}: ${is(was)}`
                : undefined
            }
            value={String(level)}
            error={errorOf(id)}
            onChange={(value) => change(withRequired(model, chosen, competencyId, Number(value)))}
            choices={levels}
          />
        );
      })}
    </>
  );
}
