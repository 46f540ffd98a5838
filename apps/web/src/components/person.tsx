import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { nameQuery } from '../api/names.ts';
import { useMe } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';

/** A practitioner by name where the account may know it, else by the first figures of the id. */
export function Person({ id }: { id: string }) {
  const me = useMe();
  const mayAsk = me?.permissions.includes('practitioners.read') ?? false;
  const name = useQuery({ ...nameQuery(id), enabled: mayAsk }).data;
  return name ? <span>{name}</span> : <ShortId id={id} />;
}

/** Within it each id stands whole: on a file that goes to court its first figures are not exact. */
export const ExactIds = createContext(false);

export function ShortId({ id }: { id: string }) {
  if (useContext(ExactIds)) return <WholeId id={id} />;
  return (
    <span className="mono" title={id}>
      {id.slice(0, 8)}
    </span>
  );
}

/** Where it has to be exact: on a file that goes to court. */
export function WholeId({ id }: { id: string }) {
  return <span className="mono">{id}</span>;
}

export type Hand = { account: string; person: string | null } | string | null;

/** Who acted: a person, an account of nobody, or the rules themselves. */
export function Who({ hand }: { hand: Hand }) {
  const { t } = useWords();
  const me = useMe();
  if (hand === null) return null;
  if (hand === 'system' || hand === 'rule') return <span>{t('acts.byRule')}</span>;
  const { account, person } = typeof hand === 'string' ? { account: hand, person: null } : hand;
  if (me?.account === account && me.displayName) return <span>{me.displayName}</span>;
  if (person !== null) return <Person id={person} />;
  return (
    <span>
      {t('acts.account')} <ShortId id={account} />
    </span>
  );
}
