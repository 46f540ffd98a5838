import { issuings, type Scheme } from '../../../api/schemes.ts';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { languages, type Localised } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';

interface SchemeFieldsProps {
  scheme: Scheme | null;
  errorOf: (field: string) => string | undefined;
}

export interface SchemeBasisFieldsProps extends SchemeFieldsProps {
  frameworks: readonly { key: string; title: Localised; version: number }[];
  chosen: string;
  onChoose: (key: string) => void;
}

/** Name, and the version of a framework by which everything that it asks for is meant. */
export function SchemeBasisFields(props: SchemeBasisFieldsProps) {
  const { scheme, frameworks, chosen, onChoose, errorOf } = props;
  const { t, words } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{t('schemes.about')}</legend>
      <TextField
        name="code"
        label={t('exams.code')}
        hint={t('schemes.codeHint')}
        defaultValue={scheme?.code ?? ''}
        error={errorOf('code')}
        maxLength={32}
      />
      <LocalisedField
        name="title"
        label={t('exams.title')}
        hint={t('schemes.titleHint')}
        errorOf={errorOf}
        maxLength={500}
        {...(scheme ? { defaultValue: scheme.title } : {})}
      />
      <LocalisedField
        name="description"
        label={t('schemes.description')}
        hint={t('schemes.descriptionHint')}
        errorOf={errorOf}
        maxLength={500}
        {...(scheme && isDescribed(scheme) ? { defaultValue: scheme.description } : {})}
      />
      <SelectField
        name="frameworkVersion"
        label={t('schemes.framework')}
        hint={t('schemes.frameworkHint')}
        value={chosen}
        onChange={onChoose}
        error={errorOf('frameworkVersion') ?? errorOf('frameworkId')}
        choices={frameworks.map(({ key, title, version }) => ({
          value: key,
          label: t('schemes.frameworkVersion', { title: words(title), version }),
        }))}
      />
    </fieldset>
  );
}

/** Left empty, it was given the name. */
const isDescribed = ({ title, description }: Scheme): boolean =>
  languages.some((language) => title[language] !== description[language]);

export function SchemeRuleFields({ scheme, errorOf }: SchemeFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className="form-part">
      <legend>{t('exams.rules')}</legend>
      <SelectField
        name="issuing"
        label={t('cases.issuing')}
        hint={t('schemes.issuingHint')}
        defaultValue={scheme?.issuing ?? 'automatic'}
        error={errorOf('issuing')}
        choices={issuings.map((value) => ({ value, label: t(`cases.issuings.${value}`) }))}
      />
      <TextField
        name="validityMonths"
        label={t('schemes.validity')}
        hint={t('schemes.validityHint')}
        inputMode="numeric"
        defaultValue={String(scheme?.validityMonths ?? 36)}
        error={errorOf('validityMonths')}
      />
      <TextField
        name="renewalOpensDays"
        label={t('schemes.renewalDays')}
        inputMode="numeric"
        defaultValue={String(scheme?.renewalOpensDays ?? 180)}
        error={errorOf('renewalOpensDays')}
      />
    </fieldset>
  );
}
