import { useRef, useState } from 'react';
import { DropZone, FileTrigger, Button } from 'react-aria-components';
import { Refusal } from '../../api/problem.ts';
import { Notice } from '../../components/notice.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { Camera } from './camera.tsx';
import { codeOf } from './code-of.ts';

export interface AskProps {
  busy: boolean;
  code: string;
  refusal: unknown;
  onCode: (code: string) => void;
  onFile: (text: string) => void;
}

export function Ask({ busy, code, refusal, onCode, onFile }: AskProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(code);
  const [empty, setEmpty] = useState(false);
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const read = (file: File | undefined | null) => void file?.text().then(onFile);
  return (
    <>
      {refusal !== null && <WhyNot refusal={refusal} />}
      <form
        className="ask"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const clean = codeOf(typed);
          setEmpty(clean === '');
          if (clean === '') field.current?.focus();
          else if (!busy) onCode(clean);
        }}
      >
        <label className="field__label" htmlFor="code">
          {t('verify.code')}
        </label>
        <p className="field__hint" id="code-hint">
          {t('verify.codeHint')}
        </p>
        {empty && (
          <p className="field__error" id="code-error">
            {t('verify.needCode')}
          </p>
        )}
        <div className="ask__row">
          <input
            ref={field}
            id="code"
            className="input ask__code"
            value={typed}
            aria-invalid={empty}
            aria-describedby={empty ? 'code-error code-hint' : 'code-hint'}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button
            type="submit"
            className="button button--primary button--large"
            aria-disabled={busy}
          >
            {busy ? t('verify.reading') : t('verify.act')}
          </button>
        </div>
      </form>
      <DropZone
        className="drop"
        aria-label={t('verify.drop')}
        onDrop={(event) => {
          const dropped = event.items.find((item) => item.kind === 'file');
          if (dropped) void dropped.getFile().then(read);
        }}
      >
        <p className="drop__words">{t('verify.drop')}</p>
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['application/json', '.json']}
            onSelect={(files) => read(files?.[0])}
          >
            <Button className="button">{t('verify.chooseFile')}</Button>
          </FileTrigger>
          <Button className="button" onPress={() => setCamera(!camera)}>
            {camera ? t('verify.cameraStop') : t('verify.camera')}
          </Button>
        </div>
        {camera && (
          <Camera
            onRead={(text) => {
              setCamera(false);
              onCode(codeOf(text));
            }}
          />
        )}
      </DropZone>
    </>
  );
}

function WhyNot({ refusal }: { refusal: unknown }) {
  const { t } = useWords();
  if (!(refusal instanceof Refusal)) return <RefusalNotice error={refusal} />;
  if (refusal.reason === 'not-json') {
    return (
      <Notice tone="attention" live>
        <p>{t('verify.notJson')}</p>
      </Notice>
    );
  }
  if (refusal.kind === 'not-found') {
    return (
      <Notice tone="attention" title={t('verify.unknownTitle')} live>
        <p>{t('verify.unknown')}</p>
      </Notice>
    );
  }
  if (refusal.kind === 'too-many') {
    return (
      <Notice tone="attention" live>
        <p>{t('verify.tooMany')}</p>
      </Notice>
    );
  }
  return <RefusalNotice error={refusal} />;
}
