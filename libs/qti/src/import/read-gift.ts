// GIFT (Moodle documentation, "GIFT format"): ::title::text {answers} text, an empty line between questions.
import { hideEscaped, unescape, type GiftQuestion } from './gift-text.ts';
import { unreadable, type ReadQuestion, type Xhtml } from './question.ts';
import { readGiftAnswers } from './read-gift-answers.ts';
import { plainXhtml, toXhtml, wordsOf } from './to-xhtml.ts';

export function readGift(text: string): ReadQuestion[] {
  const read: ReadQuestion[] = [];
  let block: string[] = [];
  let start = 1;
  const end = (): void => {
    if (block.some((line) => line.trim() !== '')) read.push(readBlock(block.join('\n'), start));
    block = [];
  };
  for (const [i, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const isComment = /^\s*\/\//u.test(line) || /^\s*\$[A-Z]+:/u.test(line);
    if (line.trim() === '') end();
    else {
      if (block.length === 0) start = i + 1;
      // A comment keeps its line, so that places stay right.
      if (!isComment || block.length > 0) block.push(isComment ? '' : line);
    }
  }
  end();
  return read;
}

function readBlock(source: string, line: number): ReadQuestion {
  const text = hideEscaped(source);
  const [, title, rest = text] = /^\s*::([\s\S]*?)::([\s\S]*)$/u.exec(text) ?? [];
  const [, format = 'moodle', body = rest] =
    /^\s*\[(html|markdown|plain|moodle)\]([\s\S]*)$/u.exec(rest) ?? [];
  const open = body.indexOf('{');
  const close = body.lastIndexOf('}');
  if (open < 0) return unreadable(line, 'there are no answers', '{ and } around the answers');
  if (close < open) return unreadable(line, 'the answers do not end', '}');
  if (body.slice(open + 1, close).includes('{'))
    return unreadable(line, 'a { stands inside the answers', '\\{ for the character itself');
  const notes: string[] = [];
  if (format === 'markdown') notes.push('Markdown is kept as plain text');
  const words = (given: string): Xhtml => {
    const own = unescape(given).trim();
    const [, local = format, inside = own] =
      /^\[(html|markdown|plain|moodle)\]([\s\S]*)$/u.exec(own) ?? [];
    return local === 'html' || (local === 'moodle' && /<[a-z][^>]*>/iu.test(inside))
      ? toXhtml(inside, notes)
      : plainXhtml(inside);
  };
  const before = words(body.slice(0, open));
  const question: GiftQuestion = {
    line,
    title: title === undefined ? wordsOf(before).slice(0, 80) : unescape(title).trim(),
    before,
    after: words(body.slice(close + 1)),
    notes,
    words,
  };
  return readGiftAnswers(body.slice(open + 1, close).trim(), question);
}
