import { Facts } from '../../../components/facts.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { WithSecret } from '../../../api/clients.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { CopyButton } from './copy-button.tsx';

/** Only its digest is stored: who leaves this page has to have another made. */
export function OnceSecret({ client }: { client: WithSecret }) {
  const { t } = useWords();
  return (
    <Notice tone="attention" title={t('clients.onceTitle', { name: client.name })} live>
      <Facts
        facts={[
          [
            t('clients.id'),
            <span key="id" className="row">
              <span className="mono client-secret">{client.clientId}</span>
              <CopyButton text={client.clientId} label={t('clients.copyId')} />
            </span>,
          ],
          [
            t('clients.secret'),
            <span key="secret" className="row">
              <span className="mono client-secret">{client.clientSecret}</span>
              <CopyButton text={client.clientSecret} label={t('clients.copySecret')} />
            </span>,
          ],
        ]}
      />
      <p>{t('clients.once')}</p>
    </Notice>
  );
}
