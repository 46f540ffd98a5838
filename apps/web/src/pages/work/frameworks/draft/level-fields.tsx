import { evidenceKinds, type EvidenceKind } from '../../../../api/framework-drafts.ts';
import { CheckGroup } from '../../../../components/check-group.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import { CodeField } from './code-field.tsx';
import type { LevelModel } from './draft-model.ts';
import { MachineMarkFields } from './machine-mark-fields.tsx';
import { marksOf, withMark } from './machine-marks.ts';
import { WordsFields } from './words-fields.tsx';

export interface LevelFieldsProps {
  level: LevelModel;
  since: number | null;
  set: (part: Partial<LevelModel>) => void;
  errorOf: (field: string) => string | undefined;
}

export function LevelFields({ level, since, set, errorOf }: LevelFieldsProps) {
  const { t } = useWords();
  const name = `levels.${level.level}`;
  const evidence = (kind: string, on: boolean) =>
    evidenceKinds.filter((each) => (each === kind ? on : level.evidence.includes(each)));
  return (
    <>
      <CodeField
        name={`${name}.code`}
        value={level.code}
        since={since}
        error={errorOf(`${name}.code`)}
        onChange={(code) => set({ code })}
      />
      <WordsFields
        name={`${name}.title`}
        label={t('frameworkDraft.name')}
        text={level.title}
        errorOf={errorOf}
        onChange={(title) => set({ title })}
      />
      <WordsFields
        name={`${name}.descriptor`}
        label={t('frameworkDraft.means')}
        text={level.descriptor}
        rows={3}
        errorOf={errorOf}
        onChange={(descriptor) => set({ descriptor })}
      />
      <MachineMarkFields
        name={name}
        marked={marksOf([level.title, level.descriptor])}
        onMark={(language, on) =>
          set({
            title: withMark(level.title, language, on),
            descriptor: withMark(level.descriptor, language, on),
          })
        }
      />
      <CheckGroup
        name={`${name}.evidence`}
        label={t('frameworks.evidence')}
        error={errorOf(`${name}.evidence`)}
        defaultValues={level.evidence}
        onChange={(kind, on) => set({ evidence: evidence(kind, on) })}
        choices={evidenceKinds.map((value: EvidenceKind) => ({
          value,
          label: t(`frameworks.kinds.${value}`),
        }))}
      />
      <div className="entry-form__short">
        <SelectField
          name={`${name}.evidenceRule`}
          label={t('frameworkDraft.rule')}
          value={level.evidenceRule}
          error={errorOf(`${name}.evidenceRule`)}
          onChange={(rule) => set({ evidenceRule: rule === 'all' ? 'all' : 'any' })}
          choices={(['any', 'all'] as const).map((value) => ({
            value,
            label: t(`frameworkDraft.rules.${value}`),
          }))}
        />
        <TextField
          name={`${name}.validityMonths`}
          label={t('frameworkDraft.validity')}
          inputMode="numeric"
          maxLength={3}
          value={level.validityMonths}
          error={errorOf(`${name}.validityMonths`)}
          onChange={(validityMonths) => set({ validityMonths })}
        />
      </div>
    </>
  );
}
