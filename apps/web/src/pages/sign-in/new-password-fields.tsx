import { TextField } from '../../components/text-field.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** The new password and its repetition, under `name` and `repeat`. */
export function NewPasswordFields({
  name,
  shortest,
  errorOf,
}: {
  name: string;
  shortest: number;
  errorOf: (field: string) => string | undefined;
}) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name={name}
        type="password"
        label={t('signIn.newPassword')}
        hint={t('signIn.newHint', { shortest })}
        autoComplete="new-password"
        error={errorOf(name)}
      />
      <TextField
        name="repeat"
        type="password"
        label={t('signIn.repeat')}
        autoComplete="new-password"
        error={errorOf('repeat')}
      />
    </>
  );
}
