import { useQuery } from '@tanstack/react-query';
import {
  publishedVersionQuery,
  type FrameworkDocument,
  type FrameworkDraft,
} from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Section } from '../../../layout/page.tsx';
import { ChangesList } from './changes/changes-list.tsx';
import { PublishDraft } from './publish-draft.tsx';

/** What the publisher reads, and below it the act. */
export function WhatChanges({
  draft,
  document,
}: {
  draft: FrameworkDraft;
  document: FrameworkDocument;
}) {
  const { t } = useWords();
  const me = useMe();
  const { data: published } = useQuery(publishedVersionQuery(draft.frameworkId, draft.latest));
  const first = draft.latest === 0;
  return (
    <Section
      title={
        first
          ? t('frameworks.work.publish')
          : t('frameworkDraft.changes.title', { version: draft.latest })
      }
    >
      {first && <p>{t('frameworkDraft.changes.first')}</p>}
      {!first && (published ? <ChangesList before={published} after={document} /> : <Waiting />)}
      {me?.permissions.includes('frameworks.publish') && <PublishDraft draft={draft} me={me} />}
    </Section>
  );
}
