import { useId, useMemo } from 'react';
import { rosette } from '#libs/credentials';
import './rosette.css';

/** The certificate's ornament, drawn from its digest; the paper has the same one. */
export function RosetteFigure({ digest, label }: { digest: string; label: string }) {
  const id = useId();
  const drawn = useMemo(() => {
    const hex = digest.replace(/^sha256:/, '');
    return /^[0-9a-f]{64}$/.test(hex) ? rosette(hex) : null;
  }, [digest]);
  if (!drawn) return null;
  return (
    <svg className="rosette" viewBox={drawn.viewBox} aria-labelledby={id}>
      <title id={id}>{label}</title>
      {drawn.curves.map((curve) => (
        <path key={curve.path} className={`rosette__${curve.part}`} d={curve.path} />
      ))}
    </svg>
  );
}
