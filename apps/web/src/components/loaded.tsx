import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RefusalNotice } from './refusal-notice.tsx';
import { Waiting } from './waiting.tsx';

/** What a query brought, or the words for why it did not. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Waiting />;
  return (
    <div className="page">
      <RefusalNotice error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}
