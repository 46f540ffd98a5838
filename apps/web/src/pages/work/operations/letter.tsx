import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideLetter, type LetterOfService } from '../../../api/dead-letters.ts';
import { Acts } from '../../../components/acts.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ShortId } from '../../../components/person.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { useWords } from '../../../i18n/use-words.ts';

const tones = { open: 'attention', replayed: 'good', 'set-aside': 'plain' } as const;

/** One event that could not be handled: what, why, who waits behind it, and what to do about it. */
export function Letter({ letter }: { letter: LetterOfService }) {
  const { t, instant } = useWords();
  const queries = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const act = async (kind: 'replay' | 'set-aside', reason: string) => {
    const outcome = await decideLetter(letter, kind, reason);
    setFailed(outcome.outcome === 'failed' ? (outcome.cause ?? '') : null);
    if (outcome.outcome !== 'failed')
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  return (
    <li className="letter">
      <div className="section__head">
        <h2>
          {letter.event} <span className="quiet">{t(`work.services.${letter.service}`)}</span>
        </h2>
        <StatusWord tone={tones[letter.state]} word={t(`deadLetters.states.${letter.state}`)} />
      </div>
      <p className="mono letter__cause" lang="en">
        {letter.cause}
      </p>
      <Facts
        facts={[
          [t('deadLetters.failed'), instant(letter.failedAt)],
          [t('deadLetters.key'), <ShortId key="key" id={letter.key} />],
          [t('deadLetters.waiting'), letter.waiting],
          [t('deadLetters.attempts'), letter.attempts],
          [t('acts.why'), letter.reason],
        ]}
      />
      {letter.state === 'open' && (
        <Acts
          acts={(['replay', 'set-aside'] as const).map((key) => ({
            key,
            title: t(`deadLetters.${key}.title`),
            explains: <p>{t(`deadLetters.${key}.explains`)}</p>,
            submit: t(`deadLetters.${key}.submit`),
            ...(key === 'set-aside' ? { tone: 'danger' as const } : {}),
            perform: (_, reason) => act(key, reason),
          }))}
        />
      )}
      {failed !== null && (
        <Notice tone="refusal" title={t('deadLetters.failedAgain')} live>
          <p className="mono" lang="en">
            {failed}
          </p>
        </Notice>
      )}
    </li>
  );
}
