import type { FrameworkText } from '../../../../api/framework-drafts.ts';
import { useWords } from '../../../../i18n/use-words.ts';
import { CodeField } from './code-field.tsx';
import { MachineMarkFields } from './machine-mark-fields.tsx';
import { marksOf, withMark } from './machine-marks.ts';
import { WordsFields } from './words-fields.tsx';

export interface NamedFieldsProps {
  name: string;
  codeName: 'code' | 'group';
  code: string;
  title: FrameworkText;
  since: number | null;
  onCode: (code: string) => void;
  onTitle: (title: FrameworkText) => void;
  errorOf: (field: string) => string | undefined;
}

/** What has a code and a name and nothing more: an area, a role. */
export function NamedFields(props: NamedFieldsProps) {
  const { name, codeName, code, title, since, onCode, onTitle, errorOf } = props;
  const { t } = useWords();
  return (
    <>
      <CodeField
        name={`${name}.${codeName}`}
        value={code}
        since={since}
        error={errorOf(`${name}.${codeName}`)}
        onChange={onCode}
      />
      <WordsFields
        name={`${name}.title`}
        label={t('frameworkDraft.name')}
        text={title}
        errorOf={errorOf}
        onChange={onTitle}
      />
      <MachineMarkFields
        name={name}
        marked={marksOf([title])}
        onMark={(language, on) => onTitle(withMark(title, language, on))}
      />
    </>
  );
}
