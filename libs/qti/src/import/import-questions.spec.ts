import { describe, expect, it } from '@jest/globals';
import {
  compileItem,
  importQuestions,
  parseItem,
  score,
  writeItem,
  type ImportFormat,
  type Imported,
} from '../index.ts';

/** What each answer to the n-th item of an import is worth. */
export function worth(imported: Imported, n: number, answers: readonly unknown[]): unknown[] {
  const item = imported.items[n];
  const made = item && compileItem(item);
  if (!made?.ok) throw new Error(`no item ${n}: ${JSON.stringify(imported.problems)}`);
  return answers.map((answer) => {
    const scored = score(made.scoring, { RESPONSE: answer }, 'seed');
    return scored.ok ? scored.score : scored.refusals.map(({ code }) => code).join();
  });
}

const kinds = (imported: Imported): string[] =>
  imported.items.map(({ body }) => /"kind":"([a-z-]+)"/u.exec(JSON.stringify(body))?.[1] ?? '');
const troubles = ({ problems }: Imported): string[] =>
  problems.map(({ line, message }) => `${line}: ${message}`);

describe('Aiken', () => {
  const text = `Which is a hash function?
A. RSA
B) SHA-256
C. AES
ANSWER: B

A question over
two lines <here> & there?
A. yes
B. no
ANSWER: A`;

  it('is read into choices', () => {
    const imported = importQuestions('aiken', text, 'bank/first test.txt', 'en');
    expect(troubles(imported)).toEqual([]);
    expect(imported.items.map(({ identifier, language }) => `${identifier} ${language}`)).toEqual([
      'first_test-1 en',
      'first_test-2 en',
    ]);
    expect(worth(imported, 0, ['choice_1', 'choice_2', 'choice_3', null])).toEqual([0, 1, 0, 0]);
    expect(JSON.stringify(imported.items[1]?.body)).toContain('two lines <here> & there?');
  });

  it.each([
    ['without an answer', 'Question?\nA. yes\nB. no\n', '1: there is no ANSWER line'],
    [
      'whose answer is no choice',
      'Question?\nA. yes\nB. no\nANSWER: C',
      '1: the answer is C, which is no choice',
    ],
    ['with one choice', 'Question?\nA. yes\nANSWER: A', '1: 1 choices'],
    [
      'with a letter twice',
      'Question?\nA. yes\nA. no\nANSWER: A',
      '1: a letter stands before two choices',
    ],
    ['that is an answer only', 'ANSWER: A', '1: an answer without a question'],
  ])('costs only itself: a question %s', (_, bad, trouble) => {
    const imported = importQuestions('aiken', `${bad}\n\n${text}`, 'a.txt');
    expect(troubles(imported)).toEqual([trouble]);
    expect(imported.items).toHaveLength(2);
    expect(imported.problems[0]).toMatchObject({
      code: 'unreadable-question',
      file: 'a.txt',
      path: 'question 1',
    });
  });
});

describe('GIFT', () => {
  // The kinds of question are those of Moodle's documentation of the format.
  const text = String.raw`// a comment
$CATEGORY: evidence/volatile

::Grant::Who is buried in Grant's tomb? {=Grant ~no one ~%50%Napoleon #wrong war}

Two of these are hashes. {
~%50%SHA-256
~%50%MD5
~%-100%RSA
~%-50%AES
}

The sun is a star.{T}

Two plus {=two =2 =zwei} equals four.

What is pi to two places? {#3.14:0.005}

When was it? {#1820..1825}

How many? {#
=1822:0
=%50%1822:2
~#off by far
}

Match. {
=Tokyo -> Japan
=Paris -> France
= -> Italy
=Lyon -> France
}

Describe it. {}

Escaped \{braces\}, \= and \~ and \: {=a \= b ~c\~d}

[html]<p>Is <b>this</b> HTML?</p><script>x()</script>{=yes ~no}`;

  const imported = importQuestions('gift', text, 'bank.gift');

  it('is read into choice, text, number, match and essay', () => {
    expect(troubles(imported)).toEqual([]);
    expect(kinds(imported)).toEqual([
      'choice',
      'choice',
      'choice',
      'text-entry',
      'text-entry',
      'text-entry',
      'text-entry',
      'match',
      'extended-text',
      'choice',
      'choice',
    ]);
    expect(imported.items[0]?.title).toBe('Grant');
  });

  it('gives the points that it says', () => {
    expect(worth(imported, 0, ['choice_1', 'choice_2', 'choice_3'])).toEqual([1, 0, 0.5]);
    expect(
      worth(imported, 1, [
        ['choice_1', 'choice_2'],
        ['choice_1'],
        ['choice_1', 'choice_3'],
        ['choice_1', 'choice_2', 'choice_4'],
      ]),
    ).toEqual([1, 0.5, 0, 0.5]);
    expect(worth(imported, 2, ['choice_1', 'choice_2'])).toEqual([1, 0]);
    expect(worth(imported, 3, ['two', 'TWO', '2', 'zwei', 'three', ''])).toEqual([
      1, 1, 1, 1, 0, 0,
    ]);
    expect(worth(imported, 4, [3.14, 3.135, 3.145, 3.146, null])).toEqual([1, 1, 1, 0, 0]);
    expect(worth(imported, 5, [1820, 1825, 1819.9, 1826])).toEqual([1, 1, 0, 0]);
    expect(worth(imported, 6, [1822, 1824, 1820, 1825])).toEqual([1, 0.5, 0.5, 0]);
    const [right, part] = [
      ['source_1 target_1', 'source_2 target_2', 'source_3 target_2'],
      ['source_1 target_1', 'source_2 target_3'],
    ];
    expect(worth(imported, 7, [right, part])).toEqual([1, expect.closeTo(1 / 3)]);
    expect(worth(imported, 9, ['choice_1', 'choice_2'])).toEqual([1, 0]);
  });

  it('keeps the field in the middle of its sentence, and escaped characters', () => {
    expect(JSON.stringify(imported.items[3]?.body)).toMatch(
      /Two plus .*text-entry.* equals four\./u,
    );
    expect(JSON.stringify(imported.items[9]?.body)).toContain('Escaped {braces}, = and ~ and :');
    expect(JSON.stringify(imported.items[9]?.body)).toContain('c~d');
  });

  it('cleans HTML and says what it left out', () => {
    expect(JSON.stringify(imported.items[10]?.body)).not.toMatch(/script|x\(\)/u);
    expect(imported.warnings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '4: feedback was left out',
      '21: feedback was left out',
      '38: script was left out',
    ]);
  });

  it.each([
    ['without answers', 'A question without braces', '1: there are no answers'],
    ['that does not end', 'Question {=a ~b', '1: the answers do not end'],
    ['with braces in braces', 'Question {=a {x} ~b}', '1: a { stands inside the answers'],
    ['where no answer is right', 'Question {~a ~b}', '1: no answer is right'],
    [
      'with broken percents',
      'Question {~%x%a ~b}',
      '1: an answer is empty or has no number in its %',
    ],
    ['with an empty answer', 'Question {= ~b}', '1: an answer is empty or has no number in its %'],
    [
      'whose answers begin with nothing',
      'Question {a b}',
      '1: an answer begins with neither = nor ~',
    ],
    ['with a number that is none', 'Question {#three}', '1: three is no number'],
    ['with a range backwards', 'Question {#5..1}', '1: 5..1 is no number'],
    ['with one pair', 'Question {=a -> b}', '1: 1 pairs'],
    ['with half a pair', 'Question {=a -> b =c}', '1: a pair has not two sides'],
  ])('costs only itself: a question %s', (_, bad, trouble) => {
    const both = importQuestions('gift', `${bad}\n\nGood? {=yes ~no}\n`, 'a.gift');
    expect(troubles(both)).toEqual([trouble]);
    expect(both.items).toHaveLength(1);
  });
});

describe('Moodle XML', () => {
  const question = (type: string, inside: string, text = 'Question?'): string =>
    `<question type="${type}"><name><text>Name</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`;
  const answer = (fraction: number, text: string, more = ''): string =>
    `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;
  const quiz = (...questions: string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<question type="category"><category><text>top</text></category></question>\n${questions.join('\n')}\n</quiz>`;

  const imported = importQuestions(
    'moodle-xml',
    quiz(
      question(
        'multichoice',
        `<defaultgrade>2.0</defaultgrade><single>true</single><shuffleanswers>1</shuffleanswers>${answer(100, 'right')}${answer(0, 'wrong')}${answer(50, 'half')}`,
      ),
      question(
        'multichoice',
        `<single>false</single>${answer(50, 'a')}${answer(50, 'b')}${answer(-100, 'c')}`,
      ),
      question('truefalse', answer(0, 'true') + answer(100, 'false')),
      question(
        'shortanswer',
        `<usecase>0</usecase>${answer(100, 'col*r')}${answer(50, 'a \\* b')}`,
      ),
      question('numerical', answer(100, '23.8', '<tolerance>0.1</tolerance>') + answer(10, '*')),
      question(
        'matching',
        '<shuffleanswers>true</shuffleanswers><subquestion format="html"><text>one</text><answer><text>1</text></answer></subquestion><subquestion format="html"><text>two</text><answer><text>2</text></answer></subquestion><subquestion><text></text><answer><text>3</text></answer></subquestion>',
      ),
      question(
        'essay',
        '<responsefieldlines>15</responsefieldlines><defaultgrade>10</defaultgrade>',
      ),
      question('ordering', answer(1, 'first') + answer(2, 'second')),
      question(
        'multichoice',
        `${answer(100, 'a')}${answer(0, 'b')}<generalfeedback format="html"><text>Read more.</text></generalfeedback>`,
        '<p>See <img src="@@PLUGINFILE@@/a.png" alt="A"><br>&nbsp;&alpha; &unknown; <font color="red">x</font><p>unclosed',
      ),
    ).replace('</questiontext><single>', '</questiontext><single>'),
    'moodle.xml',
  );

  it('is read into choice, text, number, match, order and essay; categories are no questions', () => {
    expect(troubles(imported)).toEqual([]);
    expect(kinds(imported)).toEqual([
      'choice',
      'choice',
      'choice',
      'text-entry',
      'text-entry',
      'match',
      'extended-text',
      'order',
      'choice',
    ]);
  });

  it('gives the points that it says', () => {
    expect(worth(imported, 0, ['choice_1', 'choice_2', 'choice_3'])).toEqual([2, 0, 1]);
    expect(
      worth(imported, 1, [['choice_1', 'choice_2'], ['choice_1'], ['choice_1', 'choice_3']]),
    ).toEqual([1, 0.5, 0]);
    expect(worth(imported, 2, ['choice_1', 'choice_2'])).toEqual([0, 1]);
    expect(worth(imported, 3, ['color', 'COLOUR', 'colr', 'coloring', 'a * b', 'a x b'])).toEqual([
      1, 1, 1, 0, 0.5, 0,
    ]);
    expect(worth(imported, 4, [23.8, 23.9, 23.7, 23.65, null])).toEqual([1, 1, 1, 0.1, 0]);
    expect(
      worth(imported, 5, [['source_1 target_1', 'source_2 target_2'], ['source_1 target_3']]),
    ).toEqual([1, 0]);
    const [, , , , , , essay] = imported.items;
    const made = essay && compileItem(essay);
    expect(made?.ok && made.maxScore).toBe(10);
    expect(
      worth(imported, 7, [
        ['entry_1', 'entry_2'],
        ['entry_2', 'entry_1'],
      ]),
    ).toEqual([1, 0]);
  });

  it('gives all points for all that is right, whatever its parts add up to in binary', () => {
    const thirds = [33.33333, 33.33333, 33.33333, -100].map((fraction, i) =>
      answer(fraction, `c${i}`),
    );
    const sixths = Array.from(
      { length: 6 },
      (_, i) => `<subquestion><text>s${i}</text><answer><text>t${i}</text></answer></subquestion>`,
    );
    const both = importQuestions(
      'moodle-xml',
      quiz(
        question('multichoice', `<single>false</single>${thirds.join('')}`),
        question('matching', sixths.join('')),
      ),
      'm.xml',
    );
    const all = ['choice_1', 'choice_2', 'choice_3'];
    expect(worth(both, 0, [all, all.slice(1), [...all, 'choice_4']])).toEqual([
      1,
      expect.closeTo(2 / 3, 5),
      0,
    ]);
    const pairs = Array.from({ length: 6 }, (_, i) => `source_${i + 1} target_${i + 1}`);
    expect(worth(both, 1, [pairs, pairs.slice(1)])).toEqual([1, expect.closeTo(5 / 6)]);
  });

  it('makes HTML well formed: entities, empty elements, what was never closed', () => {
    const body = JSON.stringify(imported.items[8]?.body);
    expect(body).toContain('\u00a0α &unknown; ');
    expect(body).toContain('unclosed');
    expect(imported.warnings.map(({ message }) => message)).toContain('feedback was left out');
  });

  it('puts pictures in as data', () => {
    const withFile = question('essay', '', '<img src="@@PLUGINFILE@@/a%20b.png">').replace(
      '</questiontext>',
      '<file name="a b.png" encoding="base64">iVBORw0KGgo=</file></questiontext>',
    );
    const { items } = importQuestions('moodle-xml', quiz(withFile), 'm.xml');
    expect(JSON.stringify(items[0]?.body)).toContain('data:image/png;base64,iVBORw0KGgo=');
  });

  it.each([
    [
      'that is not well formed',
      '<question type="essay"><name><text>a & b</text></name></question>',
      '4: ',
    ],
    ['that never ends', '<question type="essay"><name>', '5: '],
    [
      'with a DOCTYPE entity',
      '<question type="essay"><name><text>&xxe;</text></name></question>',
      '4: ',
    ],
    ['of another type', question('calculated', ''), '4: a question of type calculated is not read'],
    ['without a text', question('essay', '', ' '), '4: the question text is empty'],
    [
      'without a right answer',
      question('multichoice', answer(0, 'a') + answer(0, 'b')),
      '4: no answer is right',
    ],
    [
      'with a fraction that is no number',
      question('multichoice', answer(Number.NaN, 'a') + answer(0, 'b')),
      '4: an answer has no fraction',
    ],
    [
      'with a number that is none',
      question('numerical', answer(100, 'many')),
      '4: many is no number',
    ],
  ])('costs only itself: a question %s', (_, bad, trouble) => {
    const both = importQuestions('moodle-xml', quiz(bad, question('essay', '')), 'm.xml');
    expect(troubles(both).map((one) => one.slice(0, trouble.length))).toEqual([trouble]);
    expect(both.items).toHaveLength(1);
  });

  it('is told from another file', () => {
    expect(troubles(importQuestions('moodle-xml', '<html/>', 'm.xml'))).toEqual([
      '1: this is no Moodle XML',
    ]);
  });
});

describe('CSV', () => {
  const table = `question,type,correct,points,tolerance,title,A,B,C
"Which, of these?",choice,B,2,,First,yes,"no, ""never""",maybe
Several?,multiple,"A, C",,,,one,two,three
True?,truefalse,yes,,,,,,
Word?,text,hash|digest,,,,,,
Number?,number,"3,14",,0.01,,,,
Order?,order,C A B,1,,,one,two,three
Essay?,essay,,8,,,,,
Choice by its columns?,,A,,,,yes,no,`;

  it('is read into choice, text, number, order and essay', () => {
    const imported = importQuestions('csv', table, 'bank.csv');
    expect(troubles(imported)).toEqual([]);
    expect(kinds(imported)).toEqual([
      'choice',
      'choice',
      'choice',
      'text-entry',
      'text-entry',
      'order',
      'extended-text',
      'choice',
    ]);
    expect(worth(imported, 0, ['choice_1', 'choice_2'])).toEqual([0, 2]);
    expect(
      worth(imported, 1, [['choice_1', 'choice_3'], ['choice_1'], ['choice_1', 'choice_2']]),
    ).toEqual([1, 0.5, 0.5]);
    expect(worth(imported, 2, ['choice_1', 'choice_2'])).toEqual([1, 0]);
    expect(worth(imported, 3, ['hash', 'DIGEST', 'sum'])).toEqual([1, 1, 0]);
    expect(worth(imported, 4, [3.14, 3.15, 3.13, 3.16])).toEqual([1, 1, 1, 0]);
    expect(worth(imported, 5, [['entry_1', 'entry_2', 'entry_3']])).toEqual([1]);
    expect(imported.items[0]?.title).toBe('First');
    expect(JSON.stringify(imported.items[0]?.body)).toContain('no, \\"never\\"');
  });

  it('may have semicolons or tabs, a byte order mark and line ends of Windows', () => {
    const other = '\ufeffquestion;correct;A;B\r\nSure, yes?;A;yes;no\r\n';
    expect(worth(importQuestions('csv', other, 'a.csv'), 0, ['choice_1', 'choice_2'])).toEqual([
      1, 0,
    ]);
    expect(importQuestions('csv', other.replaceAll(';', '\t'), 'a.csv').items).toHaveLength(1);
  });

  it.each([
    ['Question?,choice,D,,,,a,b,c', '3: the answer is D, which is no choice'],
    ['Question?,choice,,,,,a,b,c', '3: the column correct is empty'],
    ['Question?,choice,"A,B",,,,a,b,c', '3: a choice has one answer'],
    ['Question?,choice,A,,,,a,,', '3: 1 choices'],
    ['Question?,order,A B,,,,a,b,c', '3: the order does not name every choice'],
    ['Question?,number,many,,,,,,', '3: many is no number'],
    ['Question?,number,1,,-1,,,,', '3: -1 is no tolerance'],
    ['Question?,guess,A,,,,a,b,', '3: there is no type guess'],
    ['Question?,choice,A,none,,,a,b,', '3: none points'],
    [',choice,A,,,,a,b,', '3: the question is empty'],
    ['Question?,choice,A,,,,a,b,c,d', '3: 10 cells'],
    ['"Question?,choice,A,,,,a,b,c', '3: a quotation mark is never closed'],
  ])('costs only itself: %s', (bad, trouble) => {
    const [header = '', first = '', ...rest] = table.split('\n');
    const imported = importQuestions('csv', [header, first, bad, ...rest].join('\n'), 'bank.csv');
    expect(troubles(imported)).toEqual([trouble]);
    expect(imported.items).toHaveLength(8);
  });

  it('needs a column question', () => {
    expect(troubles(importQuestions('csv', 'a,b\n1,2', 'a.csv'))).toEqual([
      '1: there is no column question',
    ]);
    expect(troubles(importQuestions('csv', '', 'a.csv'))).toEqual(['1: the file is empty']);
  });

  it('in which each line opens a quotation mark is read in a time that grows as it does', () => {
    const started = performance.now();
    // Inside of a quotation each line closes one and opens the next, so that no end is ever found.
    const imported = importQuestions('csv', `question,a\n${'a",,"\n'.repeat(50_000)}`, 'a.csv');
    expect(imported.problems).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each(['gift', 'moodle-xml', 'aiken', 'csv'] as const)(
    'of %s without a question says so',
    (format) => {
      const empty = {
        gift: '// nothing',
        'moodle-xml': '<quiz></quiz>',
        aiken: ' ',
        csv: 'question\n',
      };
      expect(troubles(importQuestions(format, empty[format], 'a.x'))).toEqual([
        '1: there is no question in the file',
      ]);
    },
  );
});

describe('whatever is imported', () => {
  it('is an item like any other: it is written and read back equal', () => {
    const imported = importQuestions(
      'gift',
      'One? {=a ~b}\n\nTwo? {#1:0.5}\n\nThree? {=x* =y}',
      'a.gift',
    );
    expect(imported.items).toHaveLength(3);
    for (const item of imported.items) {
      const read = parseItem(writeItem(item), 'w.xml');
      expect(read.ok && read.item).toEqual(item);
    }
  });

  it('never throws, whatever the file holds', () => {
    const hostile = [
      '{',
      '}',
      '{{{}}}',
      '::',
      '=~',
      '\u0000',
      '<quiz><question>',
      '<quiz><question type="x"/></quiz>',
      '"',
      'ANSWER: A',
      '{#}',
      '{=}',
      '[html]<<<>>>{T}',
      '&#0;&#x110000; {T}',
      '<quiz></question></quiz>',
    ];
    const formats: ImportFormat[] = ['gift', 'moodle-xml', 'aiken', 'csv'];
    for (const format of formats) {
      for (const text of [...hostile, hostile.join('\n\n'), hostile.join('')]) {
        const { items, problems } = importQuestions(format, text, '');
        expect(items.length + problems.length).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('has an identifier even if the file has no name that makes one', () => {
    const identifiers = ['', '.gift', 'a/1 2.gift', 'саволҳо 1.gift'].map(
      (file) => importQuestions('gift', 'One? {=a ~b}', file).items[0]?.identifier,
    );
    expect(identifiers).toEqual(['question-1', 'question-1', '_2-1', 'саволҳо_1-1']);
  });
});
