import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { useWords } from '../i18n/use-words.ts';

export interface PageProps {
  title: string;
  kicker?: ReactNode;
  lead?: ReactNode;
  /** public: headings in the serif of the certificate. */
  kind?: 'public' | 'plain';
  width?: 'narrow' | 'usual' | 'wide';
  children: ReactNode;
}

export function Page({
  title,
  kicker,
  lead,
  kind = 'plain',
  width = 'usual',
  children,
}: PageProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const came = useNavigationType();
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  // A screen reader starts at the new page's heading, not at the link that was followed.
  useEffect(() => {
    if (came !== 'POP') heading.current?.focus({ preventScroll: true });
  }, [pathname, came]);
  return (
    <div className={`page page--${kind} page--${width}`}>
      <div className="page__head">
        {kicker !== undefined && <p className="page__kicker">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className="page__lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section__head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
