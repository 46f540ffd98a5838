import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { MyExam } from '../../../api/exam-delivery.ts';
import { Form } from '../../../components/form.tsx';
import { isLanguage, languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { beginAttempt } from './begin-attempt.ts';

/** Language, declaration, one button. */
export function BeginForm({ exam, resumes }: { exam: MyExam; resumes: boolean }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { languages, languageSwitch } = exam.rules;
  const [chosen, setChosen] = useState(languages.includes(language) ? language : languages[0]);
  const [declared, setDeclared] = useState(false);
  return (
    <Form
      submit={resumes ? t('exam.goOn') : t('exam.begin')}
      check={() =>
        resumes || declared ? [] : [{ field: 'declaration', message: t('exam.needDeclaration') }]
      }
      say={({ kind }) =>
        kind === 'network' || kind === 'server' ? t('exam.beginUnsure') : undefined
      }
      onSubmit={async () => {
        if (!chosen) return;
        await beginAttempt(exam, chosen);
        await navigate(`/exams/${exam.sittingId}/attempt`);
      }}
    >
      {(errorOf) =>
        resumes ? null : (
          <>
            <fieldset className="field">
              <legend className="field__label">{t('exam.languageTitle')}</legend>
              <p className="field__hint">
                {languageSwitch ? t('exam.languageSwitch') : t('exam.languageFixed')}
              </p>
              {languages.filter(isLanguage).map((each) => (
                <label key={each} className="check" lang={each}>
                  <input
                    type="radio"
                    name="language"
                    value={each}
                    checked={each === chosen}
                    onChange={() => setChosen(each)}
                  />
                  <span>{languageNames[each]}</span>
                </label>
              ))}
            </fieldset>
            <div className="field">
              {errorOf('declaration') !== undefined && (
                <span className="field__error">{errorOf('declaration')}</span>
              )}
              <label className="check">
                <input
                  id="declaration"
                  type="checkbox"
                  checked={declared}
                  onChange={(event) => setDeclared(event.target.checked)}
                />
                <span>{t('exam.declaration')}</span>
              </label>
            </div>
          </>
        )
      }
    </Form>
  );
}
