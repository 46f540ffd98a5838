import { useState } from 'react';
import { Link } from 'react-router';
import type { PublishedVersion } from '../../../../api/framework-drafts.ts';
import { ChoiceBar } from '../../../../components/choice-bar.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import { Page } from '../../../../layout/page.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { Entries } from './entries.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { draftParts, type DraftPart } from './field-of-place.ts';
import { Lacks } from './lacks.tsx';
import { Leaving } from './leaving.tsx';
import { Requirements } from './requirements.tsx';
import { SaveBar } from './save-bar.tsx';
import { TitleFields } from './title-fields.tsx';
import { useDraftEditing, type OpenDraft } from './use-draft-editing.ts';
import { useFieldFocus } from './use-field-focus.ts';
import './draft.css';

export interface DraftEditorProps {
  draft: OpenDraft;
  published: PublishedVersion | null;
}

export function DraftEditor({ draft, published }: DraftEditorProps) {
  const { t, words } = useWords();
  const editing = useDraftEditing(draft);
  const { part, entry, open, go, focus } = useFieldFocus();
  // What another person saved takes the place of every field at once.
  const [generation, setGeneration] = useState(0);
  const { model, change, errorOf, saved, conflict } = editing;
  const fields = { model, change, errorOf, published, go };
  const page = `/work/frameworks/${saved.frameworkId}`;
  return (
    <Page
      width="wide"
      kicker={<Link to={page}>{words(saved.document.title) || saved.document.code}</Link>}
      title={t('frameworkDraft.editTitle', { version: saved.latest + 1 })}
    >
      <Leaving when={editing.dirty} />
      {conflict && (
        <ConflictNotice
          editing={editing}
          theirs={conflict}
          onDropped={() => setGeneration(generation + 1)}
        />
      )}
      <FaultSummary faults={editing.faults} model={model} onGo={go} />
      {editing.lacks.length > 0 && <Lacks model={model} lacks={editing.lacks} onGo={go} />}
      <form
        className="draft-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void editing.save();
        }}
      >
        <ChoiceBar
          name="part"
          label={t('frameworkDraft.partsLabel')}
          value={part}
          onChange={(next) => open(next as DraftPart)}
          choices={draftParts.map((value) => ({
            value,
            label: t(`frameworkDraft.parts.${value}`),
          }))}
        />
        <div key={generation} className="draft-part">
          {part === 'titles' && <TitleFields {...fields} />}
          {part === 'requirements' && <Requirements {...fields} />}
          {part !== 'titles' && part !== 'requirements' && (
            <Entries key={part} kind={part} entry={entry} open={open} focus={focus} {...fields} />
          )}
        </div>
        <SaveBar {...editing} />
      </form>
    </Page>
  );
}
