import { languages } from '../../../i18n/languages.ts';
import { bodyOf, isWritten, listsOf, type ItemDraft } from './item-draft.ts';

export interface ItemProblem {
  /** As the service names it. */
  field: string;
  code: 'required' | 'no-language' | 'no-key' | 'not-a-number';
}

/** What can be told without the service; it checks everything again, and more. */
export function problemsOf(draft: ItemDraft): ItemProblem[] {
  const problems: ItemProblem[] = [];
  const required = (field: string, text: string) => {
    if (text.trim() === '') problems.push({ field, code: 'required' });
  };
  required('source.document', draft.source.document);
  required('source.clause', draft.source.clause);
  const written = languages.filter((language) => isWritten(draft.words[language]));
  if (written.length === 0) problems.push({ field: '', code: 'no-language' });
  for (const language of written) {
    const words = draft.words[language];
    const at = `languages.${language}`;
    required(`${at}.prompt`, words.prompt);
    for (const list of listsOf(draft.interaction))
      for (const [index, id] of draft.ids[list].entries())
        required(`${at}.${list}.${index}.text`, words.options[id] ?? '');
    if (draft.interaction === 'text') required(`${at}.accepted`, words.accepted);
    required(`${at}.rationale`, words.rationale);
  }
  return [...problems, ...keyProblems(draft)];
}

function keyProblems(draft: ItemDraft): ItemProblem[] {
  const { key, maxScore } = bodyOf(draft);
  const problems: ItemProblem[] = [];
  if (!(Number(maxScore) > 0)) problems.push({ field: 'maxScore', code: 'not-a-number' });
  switch (draft.interaction) {
    case 'choice':
      if (key.choice === undefined) problems.push({ field: 'key.choice', code: 'no-key' });
      break;
    case 'multiple':
      if (key.choices?.length === 0) problems.push({ field: 'key.choices', code: 'no-key' });
      break;
    case 'match':
      if (key.pairs?.length !== draft.ids.left.length)
        problems.push({ field: 'key.pairs', code: 'no-key' });
      break;
    case 'numeric':
      if (key.number === undefined) problems.push({ field: 'key.number', code: 'no-key' });
      else if (!Number.isFinite(key.number.value) || !Number.isFinite(key.number.tolerance))
        problems.push({ field: 'key.number', code: 'not-a-number' });
      break;
    case 'order':
    case 'text':
      break;
  }
  return problems;
}
