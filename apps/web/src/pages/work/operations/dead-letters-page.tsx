import { useQuery } from '@tanstack/react-query';
import { deadLettersQuery } from '../../../api/dead-letters.ts';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { Letter } from './letter.tsx';
import './operations.css';

const keys = ['state'] as const;

export function DeadLettersPage() {
  const { t } = useWords();
  const [address, change] = useAddress(keys);
  const state = address.state === '' ? 'open' : address.state;
  const letters = useQuery(deadLettersQuery(state === 'all' ? '' : state));
  return (
    <Page width="wide" title={t('work.deadLetters.title')} lead={t('work.deadLetters.text')}>
      <div className="filters">
        <SelectField
          name="state"
          label={t('deadLetters.state')}
          value={state}
          onChange={(next) => change({ state: next === 'open' ? '' : next })}
          choices={(['open', 'replayed', 'set-aside', 'all'] as const).map((value) => ({
            value,
            label: t(`deadLetters.states.${value}`),
          }))}
        />
      </div>
      <Loaded query={letters}>
        {(data) => (
          <>
            {data.silent.length > 0 && (
              <Notice tone="attention" title={t('shell.errors.serverTitle')}>
                <p>{data.silent.map((service) => t(`work.services.${service}`)).join(', ')}</p>
              </Notice>
            )}
            {data.letters.length === 0 ? (
              <Empty title={t('deadLetters.emptyTitle')}>
                <p>{t('deadLetters.empty')}</p>
              </Empty>
            ) : (
              <ul className="letters">
                {data.letters.map((letter) => (
                  <Letter key={`${letter.service}/${letter.id}`} letter={letter} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
