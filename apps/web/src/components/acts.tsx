import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Form } from './form.tsx';
import { Notice } from './notice.tsx';
import { ReasonField } from './reason-field.tsx';
import { missing, text } from './form-data.ts';

export interface Act {
  key: string;
  /** On the button that opens it. */
  title: string;
  /** What will be different afterwards. */
  explains?: ReactNode;
  /** On the button that does it. */
  submit: string;
  tone?: 'primary' | 'danger';
  /** An act of authority says why; only what changes nothing for others goes without. */
  reasonLabel?: string | null;
  fields?: (errorOf: (field: string) => string | undefined) => ReactNode;
  needed?: readonly string[];
  perform: (data: FormData, reason: string) => Promise<unknown>;
  done?: string;
}

/** What may be done here. An act opens in its place, says what it changes and asks for its reason. */
export function Acts({ acts }: { acts: readonly Act[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const act = acts.find(({ key }) => key === open);
  if (acts.length === 0 && done === null) return null;
  return (
    <div className="acts no-print">
      {acts.length > 0 && (
        <div className="row">
          {acts.map(({ key, title, tone }) => (
            <button
              key={key}
              type="button"
              className={`button${tone === 'danger' ? ' button--danger' : ''}`}
              aria-expanded={key === open}
              onClick={() => {
                setDone(null);
                setOpen(key === open ? null : key);
              }}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      {act && (
        <ActForm
          key={act.key}
          act={act}
          onCancel={() => setOpen(null)}
          onDone={() => {
            // What was opened while the answer was under way stays open.
            setOpen((now) => (now === act.key ? null : now));
            setDone(act.done ?? null);
          }}
        />
      )}
      {done !== null && (
        <Notice tone="good" live>
          <p>{done}</p>
        </Notice>
      )}
    </div>
  );
}

interface ActFormProps {
  act: Act;
  onCancel: () => void;
  onDone: () => void;
}

function ActForm({ act, onCancel, onDone }: ActFormProps) {
  const { t } = useWords();
  const asksReason = act.reasonLabel !== null;
  const needed = [...(act.needed ?? []), ...(asksReason ? ['reason'] : [])];
  return (
    <section className="act" aria-label={act.title}>
      {act.explains !== undefined && <div className="act__explains">{act.explains}</div>}
      <Form
        submit={act.submit}
        danger={act.tone === 'danger'}
        check={(data) => missing(data, needed, t('shell.errors.required'))}
        onSubmit={async (data) => {
          await act.perform(data, text(data, 'reason'));
          onDone();
        }}
        actions={
          <button type="button" className="button button--quiet" onClick={onCancel}>
            {t('shell.words.cancel')}
          </button>
        }
      >
        {(errorOf) => (
          <>
            {act.fields?.(errorOf)}
            {asksReason && <ReasonField errorOf={errorOf} label={act.reasonLabel ?? undefined} />}
          </>
        )}
      </Form>
    </section>
  );
}
