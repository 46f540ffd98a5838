import { describe, expect, it } from '@jest/globals';
import { itemFile } from '../../testing/interaction.ts';
import { compiled, itemXml, readItem, response } from '../../testing/item-xml.ts';
import { compileItem, shuffleOrder } from '../index.ts';

const many = (fixed: string) =>
  compiled({
    declarations: response('single', 'identifier', ['A']),
    body: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true">${[...'ABCDEF']
      .map(
        (id) =>
          `<qti-simple-choice identifier="${id}" fixed="${fixed.includes(id)}">${id}</qti-simple-choice>`,
      )
      .join('')}</qti-choice-interaction>`,
  }).delivery['und'];

const orderOf = (delivery: ReturnType<typeof many>, seed: string): string =>
  (delivery ? shuffleOrder(delivery, seed)['RESPONSE'] : undefined)?.join('') ?? '';

describe('the order of choices', () => {
  it('is the same for the same seed, on every machine and for ever', () => {
    expect(orderOf(many(''), 'attempt-1')).toBe('BADFCE');
    expect(orderOf(many(''), 'attempt-2')).toBe('FDABCE');
  });

  it('leaves a fixed choice in its place, and moves all others', () => {
    const orders = Array.from({ length: 200 }, (_, i) => orderOf(many('CF'), `s${i}`));
    expect(orders.every((order) => order[2] === 'C' && order[5] === 'F')).toBe(true);
    for (const at of [0, 1, 3, 4]) {
      expect(new Set(orders.map((order) => order[at]))).toEqual(new Set('ABDE'));
    }
  });

  it('has every choice once, each place about as often', () => {
    const orders = Array.from({ length: 1200 }, (_, i) => orderOf(many(''), `s${i}`));
    expect(orders.every((order) => [...order].toSorted().join('') === 'ABCDEF')).toBe(true);
    const first = orders.filter((order) => order.startsWith('A')).length;
    expect(Math.abs(first - 200)).toBeLessThan(50);
  });

  it('is the same in each language', () => {
    const xml = itemFile('choice');
    const made = compileItem(readItem(xml), {
      ru: readItem(
        xml.replace('xml:lang="en"', 'xml:lang="ru"').replace('The hard disk', 'Жёсткий диск'),
      ),
    });
    if (!made.ok) throw new Error('refused');
    const [en, ru] = [made.delivery['en'], made.delivery['ru']];
    for (let i = 0; i < 20; i += 1) {
      expect(en && shuffleOrder(en, `s${i}`)).toEqual(ru && shuffleOrder(ru, `s${i}`));
    }
  });

  it('is drawn for each set of a match by itself, and not at all where the item does not ask', () => {
    const set = (ids: string): string =>
      `<qti-simple-match-set>${[...ids].map((id) => `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
    const match = (shuffle: boolean) =>
      compiled({
        declarations: response('multiple', 'directedPair'),
        body: `<qti-match-interaction response-identifier="RESPONSE" shuffle="${shuffle}">${set('ABC')}${set('XYZ')}</qti-match-interaction>`,
      }).delivery['und'];
    const order = orderOf(match(true), 'seed');
    expect([...order.slice(0, 3)].toSorted().join('')).toBe('ABC');
    expect([...order.slice(3)].toSorted().join('')).toBe('XYZ');
    const still = match(false);
    expect(still && shuffleOrder(still, 'seed')).toEqual({});
  });

  it('differs between interactions and items of one attempt', () => {
    const two = (name: string) => {
      const body = ['R1', 'R2']
        .map(
          (id) =>
            `<qti-order-interaction response-identifier="${id}" shuffle="true">${[...'ABCDEFGH'].map((one) => `<qti-simple-choice identifier="${one}">${one}</qti-simple-choice>`).join('')}</qti-order-interaction>`,
        )
        .join('');
      const declarations = ['R1', 'R2']
        .map(
          (id) =>
            `<qti-response-declaration identifier="${id}" cardinality="ordered" base-type="identifier"/>`,
        )
        .join('');
      const xml = itemXml({ declarations, body }).replace(
        'identifier="item"',
        `identifier="${name}"`,
      );
      const { delivery } = compiled(xml);
      return delivery['und'] ? shuffleOrder(delivery['und'], 'seed') : {};
    };
    const [a, b] = [two('one'), two('other')];
    const orders = [a['R1'], a['R2'], b['R1'], b['R2']].map((order) => order?.join(''));
    expect(new Set(orders).size).toBe(4);
  });
});
