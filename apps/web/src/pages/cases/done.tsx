import type { ReactNode } from 'react';
import { Who, type Hand } from '../../components/person.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** Who did it, and when. */
export function Done({ by, at, children }: { by: Hand; at: string | null; children?: ReactNode }) {
  const { instant } = useWords();
  return (
    <span className="done">
      <Who hand={by} />
      {at !== null && `, ${instant(at)}`}
      {children}
    </span>
  );
}
