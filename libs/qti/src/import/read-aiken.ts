// Aiken (Moodle documentation, "Aiken format"): a line of question, choices "A. ..." or "A) ...", and
// "ANSWER: A".
import { unreadable, type ReadQuestion } from './question.ts';
import { plainXhtml } from './to-xhtml.ts';

const CHOICE = /^\s*([A-Z])\s*[.)]\s+(.+?)\s*$/u;
const ANSWER = /^\s*ANSWER\s*:\s*([A-Z])\s*$/u;

interface Draft {
  readonly line: number;
  readonly text: string[];
  readonly choices: { readonly letter: string; readonly text: string }[];
}

export function readAiken(text: string): ReadQuestion[] {
  const read: ReadQuestion[] = [];
  let draft: Draft | undefined;
  const end = (answer?: string): void => {
    if (draft) read.push(finish(draft, answer));
    draft = undefined;
  };
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const [, answer] = ANSWER.exec(line) ?? [];
    const [, letter, words] = CHOICE.exec(line) ?? [];
    if (answer !== undefined) {
      draft ??= { line: i + 1, text: [], choices: [] };
      end(answer);
    } else if (line.trim() === '') {
      // A question ends with its answer; an empty line ends one that has none.
      if (draft && draft.choices.length > 0) end();
    } else if (letter !== undefined && words !== undefined && draft) {
      draft.choices.push({ letter, text: words });
    } else {
      if (draft && draft.choices.length > 0) end();
      draft ??= { line: i + 1, text: [], choices: [] };
      draft.text.push(line);
    }
  }
  end();
  return read;
}

function finish({ line, text, choices }: Draft, answer: string | undefined): ReadQuestion {
  if (text.length === 0) return unreadable(line, 'an answer without a question', 'the question');
  if (answer === undefined) return unreadable(line, 'there is no ANSWER line', 'ANSWER: A');
  if (choices.length < 2) return unreadable(line, `${choices.length} choices`, 'two or more');
  const letters = choices.map(({ letter }) => letter);
  if (new Set(letters).size < letters.length)
    return unreadable(line, 'a letter stands before two choices', 'each letter once');
  if (!letters.includes(answer))
    return unreadable(line, `the answer is ${answer}, which is no choice`, letters.join(', '));
  return {
    ok: true,
    question: {
      kind: 'choice',
      line,
      title: text.join(' ').trim().slice(0, 80),
      text: plainXhtml(text.join('\n')),
      points: 1,
      notes: [],
      multiple: false,
      shuffle: true,
      options: choices.map(({ letter, text: words }) => ({
        text: plainXhtml(words),
        fraction: letter === answer ? 1 : 0,
      })),
    },
  };
}
