import { CheckGroup } from '../../../../components/check-group.tsx';
import { isLanguage, languageNames, languages, type Language } from '../../../../i18n/languages.ts';
import { useWords } from '../../../../i18n/use-words.ts';

export interface MachineMarkFieldsProps {
  name: string;
  marked: Language[];
  onMark: (language: Language, on: boolean) => void;
}

export function MachineMarkFields({ name, marked, onMark }: MachineMarkFieldsProps) {
  const { t } = useWords();
  return (
    <CheckGroup
      name={`${name}.machine`}
      label={t('frameworkDraft.machine')}
      defaultValues={marked}
      onChange={(language, on) => isLanguage(language) && onMark(language, on)}
      choices={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
}
