import type { FrameworkDraft } from '../../../api/framework-drafts.ts';
import { useMe } from '../../../api/session.ts';
import { Facts } from '../../../components/facts.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { DiscardDraft } from './discard-draft.tsx';
import { DraftReading } from './draft-reading.tsx';
import { EditDraft, NewDraft } from './draft-begin.tsx';
import { Lacks } from './draft/lacks.tsx';
import { modelOf } from './draft/draft-model.ts';
import { fieldOfPlace } from './draft/field-of-place.ts';

/** How the draft stands, what it lacks, and the way to change it. */
export function DraftOverview({ draft }: { draft: FrameworkDraft }) {
  const { t } = useWords();
  const me = useMe();
  const edits = me?.permissions.includes('frameworks.edit') ?? false;
  const { document } = draft;
  if (document === null) {
    return (
      <div className="stack">
        <p>{t('frameworks.work.noDraftText')}</p>
        {edits && draft.latest > 0 && <NewDraft draft={draft} />}
      </div>
    );
  }
  const model = modelOf(document);
  const lacks = draft.problems.map(({ field, code }) => ({
    field: fieldOfPlace(field, document, model),
    code,
  }));
  return (
    <div className="stack draft-overview">
      <Facts
        facts={[
          [t('frameworks.work.code'), document.code],
          [t('frameworks.levels'), document.levels.length],
          [t('frameworkDraft.parts.groups'), document.groups.length],
          [t('frameworks.work.competencies'), document.competencies.length],
          [t('frameworks.work.roles'), document.roles.length],
          [t('frameworks.work.requirements'), document.requirements.length],
        ]}
      />
      {edits && <EditDraft frameworkId={draft.frameworkId} />}
      {lacks.length > 0 && (
        <Lacks
          model={model}
          lacks={lacks}
          {...(edits ? { page: `/work/frameworks/${draft.frameworkId}/draft` } : {})}
        />
      )}
      <details className="as-table">
        <summary>{t('frameworkDraft.read')}</summary>
        <DraftReading document={document} />
      </details>
      {edits && <DiscardDraft draft={draft} />}
    </div>
  );
}
