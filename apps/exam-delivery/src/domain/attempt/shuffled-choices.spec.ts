import { describe, expect, it } from '@jest/globals';
import { shuffledChoices } from './shuffled-choices.ts';

const choice = (identifier: string, fixed = false) => ({ identifier, fixed, content: ['x'] });
const interaction = (more: object) => ({ type: 'interaction', response: 'RESPONSE', ...more });

describe('the choices to shuffle', () => {
  it('are found wherever the interaction stands, with those that keep their place', () => {
    const delivery = {
      body: [
        'Read.',
        {
          type: 'element',
          name: 'div',
          children: [
            interaction({
              kind: 'choice',
              shuffle: true,
              choices: [choice('A'), choice('B', true)],
            }),
          ],
        },
      ],
    };
    expect(shuffledChoices('item', delivery)).toEqual([
      {
        item: 'item',
        response: 'RESPONSE',
        groups: [
          [
            { id: 'A', fixed: false },
            { id: 'B', fixed: true },
          ],
        ],
      },
    ]);
  });

  it('of a match are two groups', () => {
    const match = interaction({ shuffle: true, sets: [[choice('L')], [choice('R'), choice('S')]] });
    expect(shuffledChoices('item', [match])[0]?.groups.map((group) => group.length)).toEqual([
      1, 2,
    ]);
  });

  it('are none where the author wants them as they stand', () => {
    expect(
      shuffledChoices('item', interaction({ shuffle: false, choices: [choice('A')] })),
    ).toEqual([]);
  });
});
