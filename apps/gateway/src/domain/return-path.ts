/** Where sign-in leads back to: a path of this origin, never another site (open redirect). */
export function returnPath(wanted: string | undefined, publicOrigin: string): string {
  if (!wanted?.startsWith('/')) return '/';
  const url = URL.parse(wanted, publicOrigin);
  if (url?.origin !== publicOrigin || url.pathname.startsWith('/auth/')) return '/';
  return url.pathname + url.search + url.hash;
}
