import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters live in the address, so that a view can be sent to somebody; an empty one is left out of it.
 * With another filter a list begins again: only a change that names `offset` keeps one.
 */
export function useAddress<Key extends string>(
  keys: readonly Key[],
): [Record<Key, string>, (change: Partial<Record<Key, string>>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const values = useMemo(
    () =>
      Object.fromEntries(keys.map((key) => [key, parameters.get(key) ?? ''])) as Record<
        Key,
        string
      >,
    [keys, parameters],
  );
  const change = useCallback(
    (wanted: Partial<Record<Key, string>>) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('offset');
          for (const [key, value] of Object.entries<string | undefined>(wanted)) {
            if (value === undefined || value === '') after.delete(key);
            else after.set(key, value);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParameters],
  );
  return [values, change];
}
