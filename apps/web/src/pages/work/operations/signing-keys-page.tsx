import { useQuery, useQueryClient } from '@tanstack/react-query';
import { replaceSigningKey, signingKeysQuery, type SigningKey } from '../../../api/signing-keys.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { instantOf } from '../../../components/body-time.ts';
import { text } from '../../../components/form-data.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { StatusWord } from '../../../components/status.tsx';
import { Table, type Column } from '../../../components/table.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import './operations.css';

/** The keys that signed certificates, and the act that replaces the one in use. */
export function SigningKeysPage() {
  const { t, instant } = useWords();
  const keys = useQuery(signingKeysQuery);
  const columns: Column<SigningKey>[] = [
    {
      key: 'id',
      title: t('signingKeys.key'),
      heads: true,
      cell: ({ id, publicKeyMultibase }) => (
        <>
          {id.split('#')[1]}
          <span className="mono quiet signing-key">{publicKeyMultibase}</span>
        </>
      ),
    },
    { key: 'state', title: t('signingKeys.state'), cell: (key) => <KeyState signingKey={key} /> },
    { key: 'from', title: t('signingKeys.from'), cell: ({ from }) => instant(from) },
    {
      key: 'until',
      title: t('signingKeys.until'),
      cell: ({ until }) => (until === null ? '–' : instant(until)),
    },
  ];
  return (
    <Page width="wide" title={t('work.signingKeys.title')} lead={t('work.signingKeys.text')}>
      <Loaded query={keys}>
        {({ items }) => (
          <>
            <Table
              caption={t('work.signingKeys.title')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
            />
            <Replace inUse={items.find(({ until }) => until === null)?.id ?? ''} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function KeyState({ signingKey }: { signingKey: SigningKey }) {
  const { t, instant } = useWords();
  if (signingKey.compromisedFrom !== null) {
    const since = instant(signingKey.compromisedFrom);
    return <StatusWord tone="refusal" word={t('signingKeys.states.stolen', { since })} />;
  }
  return signingKey.until === null ? (
    <StatusWord tone="good" word={t('signingKeys.states.inUse')} />
  ) : (
    <StatusWord tone="plain" word={t('signingKeys.states.replaced')} />
  );
}

function Replace({ inUse }: { inUse: string }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const replace = async (reason: string, compromisedFrom?: string) => {
    const order = { replaces: inUse, reason };
    await replaceSigningKey(compromisedFrom === undefined ? order : { ...order, compromisedFrom });
    await queries.invalidateQueries({ queryKey: signingKeysQuery.queryKey });
  };
  const acts: Act[] = [
    {
      key: 'replace',
      title: t('signingKeys.replace.title'),
      explains: <p>{t('signingKeys.replace.explains')}</p>,
      submit: t('signingKeys.replace.submit'),
      perform: (_, reason) => replace(reason),
      done: t('signingKeys.done'),
    },
    {
      key: 'stolen',
      title: t('signingKeys.stolen.title'),
      explains: <p>{t('signingKeys.stolen.explains')}</p>,
      submit: t('signingKeys.stolen.submit'),
      tone: 'danger',
      needed: ['compromisedFrom'],
      fields: (errorOf) => (
        <TextField
          name="compromisedFrom"
          type="datetime-local"
          label={t('signingKeys.stolen.since')}
          hint={t('signingKeys.stolen.hint')}
          error={errorOf('compromisedFrom')}
        />
      ),
      perform: (data, reason) => replace(reason, instantOf(text(data, 'compromisedFrom')) ?? ''),
      done: t('signingKeys.done'),
    },
  ];
  return <Acts acts={acts} />;
}
