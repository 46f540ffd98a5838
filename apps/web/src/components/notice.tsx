import type { ReactNode } from 'react';

export type Tone = 'plain' | 'attention' | 'refusal' | 'good';

export function Notice({
  tone = 'plain',
  title,
  children,
  live = false,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  live?: boolean;
}) {
  return (
    <div className={`notice notice--${tone}`} role={live ? 'alert' : undefined}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}
