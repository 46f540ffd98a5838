/** One window of a browser at a time: two would give the same numbers to different answers. */
export function holdAlone(name: string, held: () => void, taken: () => void): () => void {
  if (!('locks' in navigator)) {
    held();
    return () => undefined;
  }
  let release: () => void = () => undefined;
  let cancelled = false;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ask = (triesLeft: number) => {
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (cancelled) return;
      if (lock) {
        held();
        await until;
        return;
      }
      // A reload asks while the page before it is still letting go.
      if (triesLeft > 0) setTimeout(() => ask(triesLeft - 1), 150);
      else taken();
    });
  };
  ask(8);
  return () => {
    cancelled = true;
    release();
  };
}
