import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMe } from '../../../api/session.ts';
import { attemptActs } from '../../../api/sittings.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { attemptSteps, type AttemptStep, type AttemptTimes } from './attempt-state.ts';
import { text } from '../../../components/form-data.ts';

export interface AttemptActsProps {
  attempt: AttemptTimes & {
    attemptId: string;
    practitionerId: string;
    voidReason: string | null;
  };
  sittingId: string;
  onDone: () => void;
}

/** One attempt: its case file, and what may be done to it. */
export function AttemptActs({ attempt, sittingId, onDone }: AttemptActsProps) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  if (!me) return null;
  const { attemptId } = attempt;
  const done = async () => {
    await Promise.all(
      ['sitting-progress', 'sitting-results'].map((key) =>
        queries.invalidateQueries({ queryKey: [key, sittingId] }),
      ),
    );
    onDone();
  };
  const acts: Record<AttemptStep, Act> = {
    release: {
      key: 'release',
      title: t('sittings.release.title'),
      explains: <p>{t('sittings.release.explains')}</p>,
      submit: t('sittings.release.submit'),
      perform: async (_, reason) => {
        await attemptActs.release(attemptId, reason);
        await done();
      },
    },
    correct: {
      key: 'correct',
      title: t('sittings.correct.title'),
      explains: <p>{t('sittings.correct.explains')}</p>,
      submit: t('sittings.correct.submit'),
      needed: ['score'],
      fields: (errorOf) => (
        <TextField
          name="score"
          label={t('sittings.correct.score')}
          inputMode="decimal"
          error={errorOf('score')}
        />
      ),
      perform: async (data, reason) => {
        await attemptActs.correct(attemptId, Number(text(data, 'score').replace(',', '.')), reason);
        await done();
      },
    },
    void: {
      key: 'void',
      title: t('sittings.void.title'),
      explains: <p>{t('sittings.void.explains')}</p>,
      submit: t('sittings.void.submit'),
      tone: 'danger',
      perform: async (_, reason) => {
        await attemptActs.void(attemptId, reason);
        await done();
      },
    },
  };
  const own = me.person === attempt.practitionerId;
  return (
    <div className="attempt-acts">
      {own && <p>{t('refusals.own-case')}</p>}
      {attempt.voidReason !== null && (
        <p>
          {t('sittings.voidBecause')} {attempt.voidReason}
        </p>
      )}
      {(me.permissions.includes('cases.read') || own) && (
        <Link to={`/attempts/${attemptId}/case`}>{t('home.caseFile')}</Link>
      )}
      <Acts acts={attemptSteps(attempt, me).map((step) => acts[step])} />
    </div>
  );
}
