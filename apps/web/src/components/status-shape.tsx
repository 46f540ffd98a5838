export type StatusTone = 'good' | 'attention' | 'refusal' | 'plain';

/** Tick in a disc, half-filled disc, barred square, ring: told apart without colour and in print. */
export function StatusShape({ tone }: { tone: StatusTone }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
      {tone === 'good' && (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="M4.5 8.3 7 10.8l4.5-5.3" stroke="var(--paper)" />
        </>
      )}
      {tone === 'attention' && (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
        </>
      )}
      {tone === 'refusal' && (
        <>
          <rect x="1" y="1" width="14" height="14" fill="currentColor" stroke="none" />
          <path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" />
        </>
      )}
      {tone === 'plain' && <circle cx="8" cy="8" r="6" />}
    </svg>
  );
}
