import { useQueryClient } from '@tanstack/react-query';
import {
  frameworkDraftQuery,
  frameworkDrafts,
  frameworksQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import type { Me } from '../../../api/session.ts';
import { Acts } from '../../../components/acts.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { isHand } from '../exams/is-hand.ts';

/** Another person's act, on the draft as it was read here: a newer one is refused by its ETag. */
export function PublishDraft({ draft, me }: { draft: FrameworkDraft; me: Me }) {
  const { t } = useWords();
  const queries = useQueryClient();
  if (isHand(draft.editors, me)) {
    return (
      <Notice>
        <p>{t('refusals.edited-by-publisher')}</p>
      </Notice>
    );
  }
  if (draft.problems.length > 0) return null;
  return (
    <Acts
      acts={[
        {
          key: 'publish',
          title: t('frameworks.work.publish'),
          explains: <p>{t('frameworks.work.publishExplains')}</p>,
          submit: t('frameworks.work.publish'),
          perform: async (_, reason) => {
            await frameworkDrafts.publish(draft, reason);
            await queries.invalidateQueries({
              queryKey: frameworkDraftQuery(draft.frameworkId).queryKey,
            });
            await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
          },
        },
      ]}
    />
  );
}
