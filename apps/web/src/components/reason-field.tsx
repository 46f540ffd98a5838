import { useWords } from '../i18n/use-words.ts';
import { TextArea } from './text-area.tsx';

export interface ReasonFieldProps {
  errorOf: (field: string) => string | undefined;
  label?: string | undefined;
}

/** Why it is done: what the audit trail says of an act of authority. */
export function ReasonField({ errorOf, label }: ReasonFieldProps) {
  const { t } = useWords();
  return (
    <TextArea
      name="reason"
      label={label ?? t('acts.reason')}
      hint={t('acts.reasonHint')}
      error={errorOf('reason')}
      maxLength={500}
    />
  );
}
