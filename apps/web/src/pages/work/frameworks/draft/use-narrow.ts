import { useSyncExternalStore } from 'react';

const query = '(max-width: 44rem)';

const subscribe = (told: () => void) => {
  const list = window.matchMedia(query);
  list.addEventListener('change', told);
  return () => list.removeEventListener('change', told);
};

/** Whether a wide table has no room here. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
