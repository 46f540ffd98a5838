import { useWords } from '../../../../i18n/use-words.ts';
import { CodeField } from './code-field.tsx';
import type { DraftFields } from './draft-fields.ts';
import { MachineMarkFields } from './machine-mark-fields.tsx';
import { marksOf, withMark } from './machine-marks.ts';
import { WordsFields } from './words-fields.tsx';

export function TitleFields({ model, published, change, errorOf }: DraftFields) {
  const { t } = useWords();
  return (
    <>
      <CodeField
        name="code"
        value={model.code}
        since={published && published.version}
        error={errorOf('code')}
        onChange={(code) => change({ ...model, code })}
      />
      <WordsFields
        name="title"
        label={t('frameworkDraft.name')}
        text={model.title}
        rows={2}
        errorOf={errorOf}
        onChange={(title) => change({ ...model, title })}
      />
      <WordsFields
        name="notice"
        label={t('frameworkDraft.notice')}
        hint={t('frameworkDraft.noticeHint')}
        text={model.notice}
        rows={5}
        errorOf={errorOf}
        onChange={(notice) => change({ ...model, notice })}
      />
      <MachineMarkFields
        name="titles"
        marked={marksOf([model.title, model.notice])}
        onMark={(language, on) =>
          change({
            ...model,
            title: withMark(model.title, language, on),
            notice: withMark(model.notice, language, on),
          })
        }
      />
    </>
  );
}
