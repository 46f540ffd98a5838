import { SelectField } from '../../../../components/select-field.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import { CodeField } from './code-field.tsx';
import type { DraftFields } from './draft-fields.ts';
import { descriptorOf, type CompetencyModel } from './draft-model.ts';
import { MachineMarkFields } from './machine-mark-fields.tsx';
import { marksOf, textsOfCompetency, withCompetencyMark } from './machine-marks.ts';
import { SameField } from './same-field.tsx';
import { WordsFields } from './words-fields.tsx';

export interface CompetencyFieldsProps extends DraftFields {
  competency: CompetencyModel;
  since: number | null;
  set: (part: Partial<CompetencyModel>) => void;
}

export function CompetencyFields({ competency, since, set, ...fields }: CompetencyFieldsProps) {
  const { t, words } = useWords();
  const { model, errorOf } = fields;
  const name = `competencies.${competency.competencyId}`;
  const levels = model.levels.map(({ level }) => level);
  return (
    <>
      <CodeField
        name={`${name}.code`}
        value={competency.code}
        since={since}
        error={errorOf(`${name}.code`)}
        onChange={(code) => set({ code })}
      />
      <div className="entry-form__short">
        <SelectField
          name={`${name}.group`}
          label={t('frameworkDraft.area')}
          value={competency.group}
          error={errorOf(`${name}.group`)}
          onChange={(group) => set({ group })}
          choices={[
            ...(model.groups.some(({ key }) => key === competency.group)
              ? []
              : [{ value: competency.group, label: t('shell.words.choose') }]),
            ...model.groups.map(({ key, group, title }) => ({
              value: key,
              label: `${group} ${words(title)}`,
            })),
          ]}
        />
      </div>
      <WordsFields
        name={`${name}.title`}
        label={t('frameworkDraft.name')}
        text={competency.title}
        rows={2}
        errorOf={errorOf}
        onChange={(title) => set({ title })}
      />
      {model.levels.map(({ level, title }) => (
        <div key={level} className="descriptor-fields">
          <WordsFields
            name={`${name}.descriptors.${level}.text`}
            label={t('frameworkDraft.descriptor', { level, title: words(title) })}
            text={descriptorOf(competency, level)}
            rows={5}
            errorOf={errorOf}
            onChange={(text) => set({ descriptors: { ...competency.descriptors, [level]: text } })}
          />
          <SameField competency={competency} level={level} {...fields} />
        </div>
      ))}
      <MachineMarkFields
        name={name}
        marked={marksOf(textsOfCompetency(competency, levels))}
        onMark={(language, on) => set(withCompetencyMark(competency, levels, language, on))}
      />
    </>
  );
}
