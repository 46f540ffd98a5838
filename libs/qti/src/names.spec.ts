import { describe, expect, it } from '@jest/globals';
import { vector } from '../testing/vector.ts';
import { signatures } from './expressions/operators.ts';
import { interactionForms, refusedInteractions } from './interactions/forms.ts';
import { standardTemplates } from './model/rule.ts';

const names = JSON.parse(vector('names.json')) as Record<string, string[]>;

describe('the names of the standard', () => {
  it('are those that the library knows, no more and no less', () => {
    const known = Object.keys(signatures).map((name) => `qti-${name}`);
    expect(known.toSorted()).toEqual(
      [
        ...(names['expressions'] ?? []),
        ...(names['operators'] ?? []),
        ...(names['expressions of a test'] ?? []),
      ].toSorted(),
    );
    const interactions = Object.keys(interactionForms).map((kind) => `qti-${kind}-interaction`);
    expect(interactions).toEqual(names['interactions']);
    expect(Object.keys(refusedInteractions)).toEqual(names['refused interactions']);
    expect([...standardTemplates].toSorted()).toEqual(
      names['response processing templates']?.toSorted(),
    );
  });
});
