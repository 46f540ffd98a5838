import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { verifications, type VerificationAnswer } from '../../api/certificates.ts';
import { Refusal } from '../../api/problem.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Page } from '../../layout/page.tsx';
import { Ask } from './ask.tsx';
import { VerificationRecord } from './verification-record.tsx';
import './verify.css';

type Asked =
  | { step: 'asking' | 'reading' }
  | { step: 'refused'; error: unknown }
  | { step: 'answered'; answer: VerificationAnswer; by: 'code' | 'file' };

/** One field, one place for a file, the camera; then the answer. A code in the address is asked at once. */
export function VerifyPage() {
  const { code } = useParams();
  const { t } = useWords();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>({ step: code ? 'reading' : 'asking' });

  const ask = (answer: Promise<VerificationAnswer>, by: 'code' | 'file') => {
    answer
      .then((found) => setAsked({ step: 'answered', answer: found, by }))
      .catch((error: unknown) => setAsked({ step: 'refused', error }));
  };
  useEffect(() => {
    if (!code) return;
    let gone = false;
    verifications
      .byCode(code)
      .then((answer) => !gone && setAsked({ step: 'answered', answer, by: 'code' }))
      .catch((error: unknown) => !gone && setAsked({ step: 'refused', error }));
    return () => {
      gone = true;
    };
  }, [code]);

  if (asked.step === 'answered') {
    return (
      <VerificationRecord
        answer={asked.answer}
        by={asked.by}
        onAgain={() => {
          setAsked({ step: 'asking' });
          void navigate('/verify');
        }}
      />
    );
  }
  return (
    <Page kind="public" width="narrow" title={t('verify.title')} lead={t('verify.lead')}>
      <Ask
        busy={asked.step === 'reading'}
        code={code ?? ''}
        refusal={asked.step === 'refused' ? asked.error : null}
        onCode={(typed) => {
          const clean = typed.trim();
          setAsked({ step: 'reading' });
          if (clean === code) ask(verifications.byCode(clean), 'code');
          else void navigate(`/verify/${encodeURIComponent(clean)}`);
        }}
        onFile={(text) => {
          if (!isJson(text)) {
            setAsked({ step: 'refused', error: notJson });
            return;
          }
          setAsked({ step: 'reading' });
          ask(verifications.byFile(text), 'file');
        }}
      />
    </Page>
  );
}

const notJson = new Refusal('invalid', { status: 0, title: '', reason: 'not-json' });

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
