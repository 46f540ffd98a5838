import { useState } from 'react';
import { attainments } from '../../../api/attainments.ts';
import { Acts } from '../../../components/acts.tsx';
import { text } from '../../../components/form-data.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { useEvidenceWords } from '../../frameworks/evidence-words.ts';
import { useFrameworks } from './use-frameworks.ts';

export interface RecordAttainmentProps {
  practitionerId: string;
  onDone: () => Promise<void>;
}

export function RecordAttainment({ practitionerId, onDone }: RecordAttainmentProps) {
  const { t } = useWords();
  return (
    <Acts
      acts={[
        {
          key: 'record',
          title: t('practitioners.record.title'),
          explains: <p>{t('practitioners.record.explains')}</p>,
          submit: t('practitioners.record.submit'),
          done: t('practitioners.record.done'),
          needed: ['competencyId', 'level', 'evidence', 'from', 'authority'],
          fields: (errorOf) => <EvidenceFields errorOf={errorOf} />,
          perform: async (data, reason) => {
            const body = {
              practitionerId,
              frameworkId: text(data, 'frameworkId'),
              frameworkVersion: Number(text(data, 'frameworkVersion')),
              competencyId: text(data, 'competencyId'),
              level: Number(text(data, 'level')),
              evidence: text(data, 'evidence'),
              from: text(data, 'from'),
              authority: text(data, 'authority'),
              reason,
            };
            await attainments.record(body, text(data, 'intent'));
            await onDone();
          },
        },
      ]}
    />
  );
}

/** Of each level only the kinds of evidence that it takes. */
function EvidenceFields({ errorOf }: { errorOf: (field: string) => string | undefined }) {
  const { t, words, code } = useWords();
  const kindsInWords = useEvidenceWords();
  const frameworks = useFrameworks();
  const [competencyId, setCompetencyId] = useState('');
  const [chosen, setChosen] = useState('');
  // Sent again because no answer came, what is in this form is recorded once.
  const [intent] = useState(() => crypto.randomUUID());
  const framework =
    frameworks.find(({ competencies }) =>
      competencies.some((competency) => competency.competencyId === competencyId),
    ) ?? frameworks[0];
  if (framework === undefined) return null;
  const level = framework.levels.find((one) => String(one.level) === chosen);
  const choose = { value: '', label: t('shell.words.choose') };
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="frameworkId" value={framework.frameworkId} />
      <input type="hidden" name="frameworkVersion" value={framework.version} />
      <SelectField
        name="competencyId"
        label={t('home.competency')}
        hint={t('practitioners.underVersion', {
          framework: words(framework.title),
          version: framework.version,
        })}
        value={competencyId}
        onChange={setCompetencyId}
        error={errorOf('competencyId')}
        choices={[
          choose,
          ...frameworks.flatMap(({ competencies }) =>
            competencies.map((one) => ({
              value: one.competencyId,
              label: `${one.code} ${words(one.title)}`,
            })),
          ),
        ]}
      />
      <SelectField
        name="level"
        label={t('frameworks.level')}
        value={chosen}
        onChange={setChosen}
        error={errorOf('level')}
        choices={[
          choose,
          ...framework.levels.map((one) => ({
            value: String(one.level),
            label: `${one.level} ${words(one.title)}`,
          })),
        ]}
      />
      <SelectField
        key={chosen}
        name="evidence"
        label={t('practitioners.evidence')}
        hint={
          level
            ? t('practitioners.record.levelRule', {
                kinds: kindsInWords(level.evidence, level.evidenceRule),
                months: level.validityMonths,
              })
            : t('practitioners.record.levelFirst')
        }
        error={errorOf('evidence')}
        choices={[
          choose,
          ...(level?.evidence ?? []).map((kind) => ({
            value: kind,
            label: code('frameworks.kinds', kind),
          })),
        ]}
      />
      <TextField
        name="from"
        type="date"
        label={t('practitioners.record.from')}
        hint={t('practitioners.record.fromHint')}
        error={errorOf('from')}
      />
      <TextField
        name="authority"
        label={t('practitioners.record.authority')}
        hint={t('practitioners.record.authorityHint')}
        error={errorOf('authority')}
        maxLength={300}
      />
    </>
  );
}
