// The practice exam: it shows how each kind of question is answered, and examines nothing.
// The Tajik is machine-drafted, as in the catalogues.
import type {
  AssociableChoice,
  BaseType,
  Cardinality,
  Choice,
  ContentNode,
  Interaction,
} from '#libs/qti';
import type { Language } from '../../../i18n/languages.ts';
import type { DeliveredItem, PackagedItem } from '../package/package-content.ts';
import { practiceWords, type PracticeWords } from './practice-words.ts';

const response = 'RESPONSE';
const bare = { attributes: {} };

const choice = (text: string, index: number): Choice => ({
  ...bare,
  identifier: `C${index + 1}`,
  fixed: false,
  content: [text],
});

const side =
  (prefix: string) =>
  (text: string, index: number): AssociableChoice => ({
    ...bare,
    identifier: `${prefix}${index + 1}`,
    fixed: false,
    matchMax: 1,
    matchMin: 0,
    content: [text],
  });

const paragraph = (...children: ContentNode[]): ContentNode => ({
  ...bare,
  type: 'element',
  name: 'p',
  children,
});

const asked = (interaction: Interaction): ContentNode => ({ ...interaction, type: 'interaction' });

const item = (
  cardinality: Cardinality,
  baseType: BaseType,
  ...body: ContentNode[]
): DeliveredItem => ({
  body,
  responses: [{ identifier: response, cardinality, baseType }],
});

const kinds: readonly ((words: PracticeWords) => DeliveredItem)[] = [
  ({ single }) =>
    item(
      'single',
      'identifier',
      asked({
        ...bare,
        kind: 'choice',
        response,
        prompt: [single.prompt],
        shuffle: false,
        minChoices: 1,
        maxChoices: 1,
        choices: single.choices.map(choice),
      }),
    ),
  ({ several }) =>
    item(
      'multiple',
      'identifier',
      asked({
        ...bare,
        kind: 'choice',
        response,
        prompt: [several.prompt],
        shuffle: false,
        minChoices: 0,
        maxChoices: 0,
        choices: several.choices.map(choice),
      }),
    ),
  ({ order }) =>
    item(
      'ordered',
      'identifier',
      asked({
        ...bare,
        kind: 'order',
        response,
        prompt: [order.prompt],
        shuffle: false,
        choices: order.choices.map(choice),
      }),
    ),
  ({ match }) =>
    item(
      'multiple',
      'directedPair',
      asked({
        ...bare,
        kind: 'match',
        response,
        prompt: [match.prompt],
        shuffle: false,
        minAssociations: 0,
        maxAssociations: 0,
        sets: [match.left.map(side('L')), match.right.map(side('R'))],
      }),
    ),
  ({ number }) =>
    item(
      'single',
      'integer',
      paragraph(number.prompt),
      paragraph(
        number.before,
        ' ',
        asked({ ...bare, kind: 'text-entry', response, base: 10, expectedLength: 6 }),
        ' ',
        number.after,
      ),
    ),
];

export const practiceItems: readonly PackagedItem[] = kinds.map((build, index) => ({
  itemId: `practice-${index + 1}`,
  position: index + 1,
  delivery: Object.fromEntries(
    (['en', 'ru', 'tg'] as const).map((language: Language) => [
      language,
      build(practiceWords[language]),
    ]),
  ),
}));
