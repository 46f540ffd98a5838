import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Filters live in the address, so that a view can be sent to somebody; an empty one is left out of it. */
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
