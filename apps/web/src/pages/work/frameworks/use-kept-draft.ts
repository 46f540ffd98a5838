import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  frameworkDraftQuery,
  frameworksQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';

/** After a draft was saved: every page has it as the service answered it. */
export function useKeptDraft(): (saved: FrameworkDraft) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (saved) => {
      queries.setQueryData(frameworkDraftQuery(saved.frameworkId).queryKey, saved);
      await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
    },
    [queries],
  );
}
