import type { Framework } from '../../../api/competency.ts';
import { demands, interactions, type Demand, type Interaction } from '../../../api/items.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { DraftFields } from './draft-fields.ts';

export function AboutFields({
  draft,
  change,
  errorOf,
  framework,
}: DraftFields & { framework: Framework }) {
  const { t, words } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{t('items.about')}</legend>
      <SelectField
        name="interaction"
        label={t('items.interaction')}
        value={draft.interaction}
        error={errorOf('interaction')}
        onChange={(value) => change({ ...draft, interaction: value as Interaction })}
        choices={interactions.map((value) => ({
          value,
          label: t(`items.interactions.${value}`),
        }))}
      />
      <SelectField
        name="competencyCode"
        label={t('national.competency')}
        value={draft.competencyCode}
        error={errorOf('competencyCode')}
        onChange={(competencyCode) => change({ ...draft, competencyCode })}
        choices={framework.competencies.map(({ code, title }) => ({
          value: code,
          label: `${code} ${words(title)}`,
        }))}
      />
      <SelectField
        name="level"
        label={t('frameworks.level')}
        value={String(draft.level)}
        error={errorOf('level')}
        onChange={(value) => change({ ...draft, level: Number(value) })}
        choices={framework.levels.map(({ level, title }) => ({
          value: String(level),
          label: `${level} ${words(title)}`,
        }))}
      />
      <SelectField
        name="cognitiveDemand"
        label={t('items.demand')}
        value={draft.cognitiveDemand}
        error={errorOf('cognitiveDemand')}
        onChange={(value) => change({ ...draft, cognitiveDemand: value as Demand })}
        choices={demands.map((value) => ({ value, label: t(`items.demands.${value}`) }))}
      />
      <TextField
        name="maxScore"
        label={t('items.maxScore')}
        inputMode="decimal"
        value={draft.maxScore}
        error={errorOf('maxScore')}
        onChange={(maxScore) => change({ ...draft, maxScore })}
      />
    </fieldset>
  );
}

export function SourceFields({ draft, change, errorOf }: DraftFields) {
  const { t } = useWords();
  const { source } = draft;
  return (
    <fieldset className="form-part">
      <legend>{t('items.source')}</legend>
      <p className="form-part__hint">{t('items.sourceHint')}</p>
      <TextField
        name="source.document"
        label={t('items.document')}
        value={source.document}
        error={errorOf('source.document')}
        onChange={(document) => change({ ...draft, source: { ...source, document } })}
      />
      <TextField
        name="source.clause"
        label={t('items.clause')}
        value={source.clause}
        error={errorOf('source.clause')}
        onChange={(clause) => change({ ...draft, source: { ...source, clause } })}
      />
      <TextField
        name="source.url"
        label={t('items.url')}
        value={source.url}
        error={errorOf('source.url')}
        onChange={(url) => change({ ...draft, source: { ...source, url } })}
      />
    </fieldset>
  );
}
