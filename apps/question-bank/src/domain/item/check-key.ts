// Whether the key of an item names what the item has.
import type { BodyFault, ItemBody, LanguagePart } from './item-body.ts';

export function checkKey(body: ItemBody, part: LanguagePart): BodyFault[] {
  const { key } = body;
  const ids = (part.choices ?? []).map((option) => option.id);
  const unknown = (list: readonly string[]): string[] => list.filter((id) => !ids.includes(id));
  const fault = (field: string, message: string): BodyFault[] => [
    { field: `key.${field}`, message },
  ];
  switch (body.interaction) {
    case 'choice':
      return key.choice !== undefined && ids.includes(key.choice)
        ? []
        : fault('choice', 'the id of the right option is needed');
    case 'multiple': {
      const chosen = key.choices ?? [];
      if (
        chosen.length === 0 ||
        chosen.length === ids.length ||
        new Set(chosen).size !== chosen.length
      ) {
        return fault('choices', 'some options must be right and some wrong');
      }
      return unknown(chosen).length === 0
        ? []
        : fault('choices', `no such option: ${unknown(chosen).join(', ')}`);
    }
    case 'order': {
      const order = key.order ?? [];
      return order.length === ids.length &&
        new Set(order).size === ids.length &&
        unknown(order).length === 0
        ? []
        : fault('order', 'every option once, in the right order');
    }
    case 'match': {
      const pairs = key.pairs ?? [];
      const left = (part.left ?? []).map((option) => option.id);
      const right = (part.right ?? []).map((option) => option.id);
      const wrong = pairs.filter(
        ([l, r, ...more]) => !left.includes(l) || !right.includes(r) || more.length > 0,
      );
      const all = left.every((id) => pairs.filter(([l]) => l === id).length === 1);
      return wrong.length === 0 && all
        ? []
        : fault('pairs', 'each left option once, with a right option');
    }
    case 'numeric':
      return key.number && key.number.tolerance >= 0
        ? []
        : fault('number', 'a value and a tolerance of 0 or more are needed');
    case 'text':
      return [];
  }
}
