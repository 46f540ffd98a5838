import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clients, clientsKey, type RegistryClient, type WithSecret } from '../../../api/clients.ts';
import { useMe } from '../../../api/session.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { OnceSecret } from './once-secret.tsx';

/** Whoever sees a registry may lock it; to let it in again, or by another secret, is national. */
export function ClientActs({ client }: { client: RegistryClient }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [made, setMade] = useState<WithSecret | null>(null);
  const { clientId, locked } = client;
  const isNational = me?.agency === null;
  const anew = () => queries.invalidateQueries({ queryKey: clientsKey });
  const lock: Act = {
    key: 'lock',
    title: t('accounts.lock.title'),
    explains: <p>{t('clients.lock.explains')}</p>,
    submit: t('clients.lock.submit'),
    tone: 'danger',
    perform: async (_, reason) => {
      await clients.lock(clientId, reason);
      await anew();
    },
  };
  const unlock: Act = {
    key: 'unlock',
    title: t('accounts.unlock.title'),
    explains: <p>{t('clients.unlock.explains')}</p>,
    submit: t('clients.unlock.submit'),
    perform: async (_, reason) => {
      await clients.unlock(clientId, reason);
      await anew();
    },
  };
  const rotate: Act = {
    key: 'rotate',
    title: t('clients.rotate.title'),
    explains: <p>{t('clients.rotate.explains')}</p>,
    submit: t('clients.rotate.submit'),
    perform: async (_, reason) => setMade(await clients.rotate(clientId, reason)),
  };
  return (
    <div className="stack">
      {made !== null && <OnceSecret client={made} />}
      {locked && !isNational && <p>{t('refusals.national-only')}</p>}
      <Acts
        acts={[
          ...(locked ? [] : [lock]),
          ...(isNational ? [...(locked ? [unlock] : []), rotate] : []),
        ]}
      />
    </div>
  );
}
