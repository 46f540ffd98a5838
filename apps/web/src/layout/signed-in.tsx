import { useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { signInAddress, useMe } from '../api/session.ts';
import { Waiting } from '../components/waiting.tsx';

/** Whoever is not signed in goes to sign in and comes back to the same address. */
export function SignedIn() {
  const me = useMe();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (me === null) window.location.replace(signInAddress(pathname + search));
  }, [me, pathname, search]);
  return me ? <Outlet context={me} /> : <Waiting />;
}
