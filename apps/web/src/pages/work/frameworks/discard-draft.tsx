import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import {
  frameworkDraftQuery,
  frameworkDrafts,
  frameworksQuery,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { Acts } from '../../../components/acts.tsx';
import { useWords } from '../../../i18n/use-words.ts';

/** An editor's act, on the draft as it was read here: a newer one is refused by its ETag. */
export function DiscardDraft({ draft }: { draft: FrameworkDraft }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const isFirst = draft.latest === 0;
  return (
    <Acts
      acts={[
        {
          key: 'discard',
          title: t('frameworks.work.discard'),
          explains: <p>{t(`frameworks.work.${isFirst ? 'discardFirst' : 'discardExplains'}`)}</p>,
          submit: t('frameworks.work.discard'),
          tone: 'danger',
          perform: async (_, reason) => {
            await frameworkDrafts.discard(draft, reason);
            await queries.invalidateQueries({ queryKey: frameworksQuery.queryKey });
            if (isFirst) await navigate('/work/frameworks');
            else {
              await queries.invalidateQueries({
                queryKey: frameworkDraftQuery(draft.frameworkId).queryKey,
              });
            }
          },
        },
      ]}
    />
  );
}
