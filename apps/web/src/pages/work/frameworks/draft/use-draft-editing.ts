import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import {
  frameworkDraftQuery,
  frameworkDrafts,
  type FrameworkDocument,
  type FrameworkDraft,
} from '../../../../api/framework-drafts.ts';
import { Refusal } from '../../../../api/problem.ts';
import { useFieldWords } from '../../../../components/refusal-notice.tsx';
import { useWords } from '../../../../i18n/use-words.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { documentOf, modelOf, type DraftModel } from './draft-model.ts';
import { problemsOf } from './draft-problems.ts';
import { fieldOfPlace } from './field-of-place.ts';
import { stillLacking, type Lack } from './still-lacking.ts';

export type OpenDraft = FrameworkDraft & { document: FrameworkDocument };

export interface Fault {
  field: string;
  message: string;
}

const lacksOf = ({ problems, document }: OpenDraft, model: DraftModel): Lack[] =>
  problems.map(({ field, code }) => ({ field: fieldOfPlace(field, document, model), code }));

/** What is typed, what is saved, and what stood in the way; nothing typed is lost by a refusal. */
export function useDraftEditing(draft: OpenDraft) {
  const { known } = useWords();
  const queries = useQueryClient();
  const keep = useKeptDraft();
  const [model, setModel] = useState(() => modelOf(draft.document));
  const [saved, setSaved] = useState({ draft, lacks: lacksOf(draft, model) });
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [conflict, setConflict] = useState<FrameworkDraft | null>(null);
  const [busy, setBusy] = useState(false);
  const dirty = useMemo(
    () =>
      JSON.stringify(documentOf(model)) !==
      JSON.stringify(documentOf(modelOf(saved.draft.document))),
    [model, saved],
  );
  const byField = useFieldWords();
  const inWords = (code: string) => known('frameworkDraft', `problems.${code}`) ?? code;

  const takeOver = async (answer: FrameworkDraft, typed: DraftModel) => {
    await keep(answer);
    const { document } = answer;
    if (document === null) return;
    const open = { ...answer, document };
    setSaved({ draft: open, lacks: lacksOf(open, typed) });
    setConflict(null);
  };

  const refused = async (error: unknown, document: FrameworkDocument) => {
    if (error instanceof Refusal && error.status === 412) {
      const query = frameworkDraftQuery(draft.frameworkId);
      setConflict(await queries.fetchQuery({ ...query, staleTime: 0 }));
    } else if (error instanceof Refusal && (error.problem?.errors ?? []).length > 0) {
      setFaults(
        byField(error).map(({ field, message }) => ({
          field: fieldOfPlace(field, document, model),
          message,
        })),
      );
    } else setRefusal(error);
  };

  /** `over` is the draft that this one replaces: what was read last, or what another saved since. */
  const save = async (over: FrameworkDraft = saved.draft) => {
    if (busy) return;
    setRefusal(null);
    const found = problemsOf(model);
    setFaults(found.map(({ field, code }) => ({ field, message: inWords(code) })));
    if (found.length > 0) return;
    setBusy(true);
    const document = documentOf(model);
    try {
      await takeOver(await frameworkDrafts.save(over, document), model);
      setSavedAt(new Date());
    } catch (error) {
      await refused(error, document).catch(setRefusal);
    } finally {
      setBusy(false);
    }
  };

  /** Gives up what was typed. */
  const replaceBy = async (theirs: OpenDraft) => {
    const typed = modelOf(theirs.document);
    setModel(typed);
    setFaults([]);
    await takeOver(theirs, typed);
  };

  const lacks = stillLacking(model, saved.lacks);
  const errorOf = (field: string): string | undefined => {
    const lack = lacks.find((each) => each.field === field);
    return faults.find((fault) => fault.field === field)?.message ?? (lack && inWords(lack.code));
  };
  return {
    model,
    change: setModel,
    saved: saved.draft,
    savedAt,
    dirty,
    busy,
    faults,
    refusal,
    conflict,
    lacks,
    errorOf,
    save,
    replaceBy,
  };
}

export type DraftEditing = ReturnType<typeof useDraftEditing>;
