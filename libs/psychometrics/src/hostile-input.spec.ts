// Whatever is handed in: a finite number, null, or the library's own error comes back, in bounded time.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as library from './index.ts';
import { PsychometricsError } from './index.ts';
import { hostileArguments } from './testing/hostile-arguments.ts';
import { noNaN } from './testing/no-nan.ts';

type Name = keyof typeof hostileArguments;

type Call = (...given: readonly unknown[]) => unknown;

const exported: ReadonlyMap<string, unknown> = new Map(Object.entries(library));

/** What goes on with a calibration is tried with what a calibration gives. */
function call(name: Name, given: readonly unknown[]): unknown {
  const own = exported.get(name) as Call;
  const found =
    name === 'itemFit' || name === 'standardErrors'
      ? own((exported.get('calibrate') as Call)(...given))
      : own(...given);
  return typeof found === 'function' ? (found as () => unknown)() : found;
}

/** Everything in it but what is a function or typed memory of a calibration's state. */
const leaves = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'state' in value
    ? { ...value, state: null }
    : value;

describe('hostile input', () => {
  it('is tried with every function that is exported', () => {
    const functions = Object.entries(library).flatMap(([name, value]) =>
      typeof value === 'function' && name !== 'PsychometricsError' ? [name] : [],
    );
    expect(Object.keys(hostileArguments).toSorted()).toEqual(functions.toSorted());
  });

  it.each(Object.keys(hostileArguments) as Name[])(
    'of %s gives finite numbers, null, or its own error',
    (name) => {
      let answers = 0;
      fc.assert(
        fc.property(hostileArguments[name] as fc.Arbitrary<unknown[]>, (given) => {
          try {
            const found = leaves(call(name, given));
            answers++;
            expect({ given, finite: noNaN(found), found }).toMatchObject({ finite: true });
          } catch (error) {
            if (!(error instanceof PsychometricsError)) throw error;
          }
        }),
        { numRuns: 300, interruptAfterTimeLimit: 3_000, seed: 20_260_101 },
      );
      // A table that is refused always would show nothing.
      expect(answers).toBeGreaterThan(0);
    },
  );
});
