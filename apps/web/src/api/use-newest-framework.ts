import { useQuery } from '@tanstack/react-query';
import { frameworkQuery, frameworksQuery, type Framework } from './competency.ts';

/** The framework that work is done under: of all published, the one published last. */
export function useNewestFramework(): Framework | undefined {
  const newest = useQuery(frameworksQuery).data?.items[0];
  return useQuery({
    ...frameworkQuery(newest?.frameworkId ?? '', newest?.version ?? 0),
    enabled: newest !== undefined,
  }).data;
}
