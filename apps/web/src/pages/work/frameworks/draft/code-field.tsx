import { TextField } from '../../../../components/text-field.tsx';
import { useWords } from '../../../../i18n/use-words.ts';

export interface CodeFieldProps {
  name: string;
  value: string;
  /** The version in which it stands already, and from which on it stays. */
  since: number | null;
  error: string | undefined;
  onChange: (code: string) => void;
}

export function CodeField({ name, value, since, error, onChange }: CodeFieldProps) {
  const { t } = useWords();
  if (since !== null)
    return (
      <div className="field" id={name} tabIndex={-1}>
        <span className="field__label">{t('frameworkDraft.code')}</span>
        <span>{value}</span>
        <span className="field__hint">{t('frameworkDraft.fixed', { version: since })}</span>
        {error !== undefined && <span className="field__error">{error}</span>}
      </div>
    );
  return (
    <TextField
      name={name}
      label={t('frameworkDraft.code')}
      hint={t('frameworkDraft.codeHint')}
      maxLength={40}
      value={value}
      error={error}
      onChange={onChange}
      className="code-field"
    />
  );
}
