import { PsychometricsError } from '../error.ts';
import { informationAt } from '../irt/curve.ts';
import { checkItem, checkTheta } from '../irt/item.ts';
import type { Item } from '../irt/item.ts';
import { at, checkCount, checkNumber } from '../numbers/check.ts';
import type { Random } from '../numbers/random.ts';

/** An item that may be chosen. */
export interface BankItem {
  readonly item: Item;
  /** The area of the blueprint it belongs to. */
  readonly content?: string;
}

/** How the next item is chosen. */
export interface SelectionRules {
  /** Where items shall be most informative: at the ability so far, or at the pass mark. */
  readonly at: 'ability' | { readonly cut: number };
  /** Target shares of the areas, which sum to 1 (Kingsbury and Zara 1989). */
  readonly content?: Readonly<Record<string, number>>;
  /** Draw among so many of the most informative, against overexposure (ibid.); 1 if absent. */
  readonly randomesque?: number;
}

/** 'exhausted': no item is left, or none of an area that content asks for. */
export type Selection =
  | {
      readonly outcome: 'selected';
      /** Its place in the bank. */
      readonly index: number;
      readonly information: number;
    }
  | { readonly outcome: 'exhausted' };

/**
 * The next item for a person at theta who was given those of `administered`, places in the bank from 0: the
 * most informative (Lord 1980) of what the rules leave. `random` is drawn once, and once an area where
 * content is balanced. Throws for an item as Item says, 'empty' for a bank of none, and 'not-finite' or
 * 'out-of-range' for a place that isn't in the bank, a theta or cut beyond -1000..1000, shares that do not
 * sum to 1, or a randomesque that is not of 1..the bank's size.
 */
export function selectItem(
  bank: readonly BankItem[],
  administered: readonly number[],
  theta: number,
  rules: SelectionRules,
  random: Random,
): Selection {
  checkBank(bank, rules);
  administered.forEach((place, i) => checkCount(place, `administered[${i}]`, 0, bank.length - 1));
  const target = rules.at === 'ability' ? checkTheta(theta) : rules.at.cut;
  return selectChecked(
    bank,
    administered,
    (i) => informationAt(itemOf(bank, i), target),
    rules,
    random,
  );
}

export function checkBank(bank: readonly BankItem[], rules: SelectionRules): void {
  if (bank.length === 0) throw new PsychometricsError('empty', 'the bank is empty');
  for (const { item } of bank) checkItem(item);
  if (rules.at !== 'ability') checkTheta(rules.at.cut);
  checkCount(rules.randomesque ?? 1, 'randomesque', 1, bank.length);
  if (rules.content === undefined) return;
  let total = 0;
  for (const [area, share] of Object.entries(rules.content)) {
    total += checkNumber(share, `content.${area}`, 0, 1);
  }
  if (Math.abs(total - 1) > 1e-6) {
    throw new PsychometricsError('out-of-range', `the shares of content sum to ${total}`);
  }
}

function itemOf(bank: readonly BankItem[], index: number): Item {
  const found = bank[index];
  if (found === undefined) throw new PsychometricsError('out-of-range', `no item at ${index}`);
  return found.item;
}

/** `informationOf` is asked of items in the bank only; everything is taken as checked. */
export function selectChecked(
  bank: readonly BankItem[],
  administered: readonly number[],
  informationOf: (index: number) => number,
  rules: SelectionRules,
  random: Random,
): Selection {
  const given = new Set(administered);
  let left = [...bank.keys()].filter((i) => !given.has(i));
  if (rules.content !== undefined)
    left = ofNeediestArea(bank, administered, left, rules.content, random);
  if (left.length === 0) return { outcome: 'exhausted' };
  const best = mostInformative(left, informationOf, rules.randomesque ?? 1);
  const chosen = best[Math.min(best.length - 1, Math.floor(random() * best.length))];
  return chosen === undefined ? { outcome: 'exhausted' } : { outcome: 'selected', ...chosen };
}

/** The k most informative, best first. */
function mostInformative(
  left: readonly number[],
  informationOf: (index: number) => number,
  k: number,
): { index: number; information: number }[] {
  const best: { index: number; information: number }[] = [];
  for (const index of left) {
    const information = informationOf(index);
    if (best.length === k && information <= (best[k - 1]?.information ?? 0)) continue;
    const place = best.findIndex((other) => information > other.information);
    best.splice(place < 0 ? best.length : place, 0, { index, information });
    if (best.length > k) best.pop();
  }
  return best;
}

/**
 * The items left in the area that is farthest below its share. An area without items left yields to
 * the next; items of no named area are never chosen while content is balanced.
 */
function ofNeediestArea(
  bank: readonly BankItem[],
  administered: readonly number[],
  left: readonly number[],
  content: Readonly<Record<string, number>>,
  random: Random,
): number[] {
  const areas = Object.keys(content).filter((area) => (content[area] ?? 0) > 0);
  const counts = areas.map((area) => administered.filter((i) => bank[i]?.content === area).length);
  const needs = areas.map((area, k) => ({
    area,
    need: (content[area] ?? 0) - at(counts, k) / Math.max(1, administered.length),
    // Equal needs are decided by lot, so that the first item's area is not known beforehand.
    lot: random(),
  }));
  needs.sort((a, b) => (Math.abs(a.need - b.need) > 1e-12 ? b.need - a.need : a.lot - b.lot));
  for (const { area } of needs) {
    const own = left.filter((i) => bank[i]?.content === area);
    if (own.length > 0) return own;
  }
  return [];
}
