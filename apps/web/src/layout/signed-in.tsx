import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Refusal } from '../api/problem.ts';
import { meQuery, sessionQuery, signInAddress, useMe } from '../api/session.ts';
import { RefusalNotice } from '../components/refusal-notice.tsx';
import { Waiting } from '../components/waiting.tsx';

export function SignedIn() {
  return (
    <Admitted>
      <Outlet />
    </Admitted>
  );
}

/** Whoever is not signed in goes to sign in and comes back to the same address. */
export function Admitted({ children }: { children: ReactNode }) {
  const me = useMe();
  const { pathname, search } = useLocation();
  const session = useQuery(sessionQuery);
  const known = useQuery({ ...meQuery, enabled: false });
  // That nobody could be asked does not say that nobody is signed in.
  const unanswered = [session, known].find(({ error }) => isUnanswered(error));
  const mustSignIn = me === null && unanswered === undefined;
  useEffect(() => {
    if (mustSignIn) window.location.replace(signInAddress(pathname + search));
  }, [mustSignIn, pathname, search]);
  if (me) return children;
  if (me === null && unanswered)
    return (
      <div className="page">
        <RefusalNotice error={unanswered.error} onRetry={() => void unanswered.refetch()} />
      </div>
    );
  return <Waiting />;
}

const isUnanswered = (error: unknown): boolean =>
  error instanceof Refusal && (error.kind === 'network' || error.kind === 'server');
