// One item as question-bank would compile it: three choices, B is right.
import type { ItemContent } from '../../apps/exam-delivery/src/store/item-content.ts';

export function compiledChoice(itemId: string): ItemContent {
  const interaction = {
    type: 'interaction',
    kind: 'choice',
    response: 'RESPONSE',
    shuffle: true,
    choices: ['A', 'B', 'C'].map((identifier) => ({
      identifier,
      fixed: false,
      content: [identifier],
    })),
  };
  const delivery = { identifier: `item-${itemId}`, body: [interaction] };
  return {
    delivery: { en: delivery, ru: delivery, tg: delivery },
    scoring: {},
    maxScore: 1,
    needsServer: [],
    interaction: 'choice',
    media: null,
  };
}
