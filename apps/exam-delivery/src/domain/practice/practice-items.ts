// The practice exam shows how an exam works and tests nothing: items anybody can answer, one of each kind.
// The Tajik is machine-drafted.

import type { Language } from '../exam/exam.ts';

type Words = Record<Language, string>;
type Option = { id: string; words: Words };

export type PracticeItem = { itemId: string; prompt: Words } & (
  | { kind: 'choice'; options: Option[]; right: string }
  | { kind: 'multiple'; options: Option[]; right: string[] }
  | { kind: 'order'; options: Option[]; right: string[] }
  | { kind: 'match'; left: Option[]; options: Option[]; right: [string, string][] }
  | { kind: 'number'; right: number }
);

const words = (en: string, ru: string, tg: string): Words => ({ en, ru, tg });
const option = (id: string, en: string, ru: string, tg: string): Option => ({
  id,
  words: words(en, ru, tg),
});
const number = (n: number): Option => option(`N${n}`, String(n), String(n), String(n));

export const practiceItems: readonly PracticeItem[] = [
  {
    itemId: '00000000-0000-8000-8000-000000000001',
    kind: 'choice',
    prompt: words(
      'Choose one answer. Which of these is a day of the week?',
      'Выберите один ответ. Что из этого — день недели?',
      'Як ҷавобро интихоб кунед. Кадоме аз инҳо рӯзи ҳафта аст?',
    ),
    options: [
      option('A', 'July', 'Июль', 'Июл'),
      option('B', 'Monday', 'Понедельник', 'Душанбе (рӯзи ҳафта)'),
      option('C', 'Winter', 'Зима', 'Зимистон'),
    ],
    right: 'B',
  },
  {
    itemId: '00000000-0000-8000-8000-000000000002',
    kind: 'multiple',
    prompt: words(
      'Choose every right answer. Which of these numbers are even?',
      'Выберите все верные ответы. Какие из этих чисел чётные?',
      'Ҳамаи ҷавобҳои дурустро интихоб кунед. Кадоме аз ин ададҳо ҷуфтанд?',
    ),
    options: [number(3), number(4), number(7), number(8)],
    right: ['N4', 'N8'],
  },
  {
    itemId: '00000000-0000-8000-8000-000000000003',
    kind: 'order',
    prompt: words(
      'Put in order, the smallest first.',
      'Расположите по порядку, начиная с наименьшего.',
      'Аз хурдтарин сар карда, бо тартиб гузоред.',
    ),
    options: [number(100), number(1), number(10)],
    right: ['N1', 'N10', 'N100'],
  },
  {
    itemId: '00000000-0000-8000-8000-000000000004',
    kind: 'match',
    prompt: words(
      'Match each number with its word.',
      'Соотнесите каждое число со словом.',
      'Ҳар ададро бо калимааш мувофиқ кунед.',
    ),
    left: [number(1), number(2), number(3)],
    options: [
      option('W1', 'one', 'один', 'як'),
      option('W2', 'two', 'два', 'ду'),
      option('W3', 'three', 'три', 'се'),
    ],
    right: [
      ['N1', 'W1'],
      ['N2', 'W2'],
      ['N3', 'W3'],
    ],
  },
  {
    itemId: '00000000-0000-8000-8000-000000000005',
    kind: 'number',
    prompt: words(
      'Enter a number. How many minutes has an hour?',
      'Введите число. Сколько минут в часе?',
      'Ададро ворид кунед. Як соат чанд дақиқа дорад?',
    ),
    right: 60,
  },
];
