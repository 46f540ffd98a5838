// Template processing (ASI, "Item templates"): item clones from a stored seed.
import { describe, expect, it } from '@jest/globals';
import { compiled, itemXml, readItem, rules } from '../../testing/item-xml.ts';
import { cloneValues, compileItem, parseItem, score } from '../index.ts';

const template = (name: string, type: string, value?: string, more = ''): string => {
  const [cardinality, baseType] = type.split(' ');
  const initial =
    value === undefined
      ? ''
      : `<qti-default-value><qti-value>${value}</qti-value></qti-default-value>`;
  return `<qti-template-declaration identifier="${name}" cardinality="${cardinality}" base-type="${baseType}" ${more}>${initial}</qti-template-declaration>`;
};
const set = (name: string, expression: string): string =>
  `<qti-set-template-value identifier="${name}">${expression}</qti-set-template-value>`;
const variable = (name: string): string => `<qti-variable identifier="${name}"/>`;
const whole = (value: number): string =>
  `<qti-base-value base-type="integer">${value}</qti-base-value>`;
const random = (min: number, max: number): string =>
  `<qti-random-integer min="${min}" max="${max}"/>`;

const cloning = (inside: string, declarations = '', body = '') => ({
  declarations:
    template('A', 'single integer', '1') + template('B', 'single integer', '1') + declarations,
  body:
    body || '<p><qti-printed-variable identifier="A"/> <qti-printed-variable identifier="B"/></p>',
  processing: `<qti-template-processing>${inside}</qti-template-processing>`,
});

const valuesOf = (parts: ReturnType<typeof cloning>, seed: string) => {
  const { scoring, delivery } = compiled(parts);
  return cloneValues(scoring, delivery['und']?.templates ?? [], seed);
};

const problemsOf = (parts: ReturnType<typeof cloning>): string[] => {
  const parsed = parseItem(itemXml(parts), 'item.xml');
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
};

describe('qti-set-template-value', () => {
  it('sets the values of a clone, one building on another', () => {
    const sum = cloning(
      set('A', whole(5)) + set('B', `<qti-sum>${variable('A')}${whole(2)}</qti-sum>`),
    );
    expect(valuesOf(sum, 'x')).toEqual({ A: 5, B: 7 });
  });

  it('begins from the defaults', () => {
    expect(
      valuesOf(cloning(set('B', `<qti-sum>${variable('A')}${whole(2)}</qti-sum>`)), 'x'),
    ).toEqual({ A: 1, B: 3 });
  });

  it('is refused for what is no template variable', () => {
    expect(problemsOf(cloning(set('SCORE', whole(1))))).toEqual([
      'unknown-identifier: SCORE is no template variable',
    ]);
  });
});

describe('a clone', () => {
  const drawn = cloning(set('A', random(1, 1000)) + set('B', random(1, 1000)));

  it('is the same for the same seed, on every machine', () => {
    // These numbers were drawn once and must never change: attempts of years ago are scored by them.
    expect(valuesOf(drawn, 'attempt-1')).toEqual({ A: 402, B: 966 });
    expect(valuesOf(drawn, 'attempt-2')).toEqual({ A: 580, B: 50 });
  });

  it('differs between seeds', () => {
    const seen = new Set(
      Array.from({ length: 50 }, (_, i) => JSON.stringify(valuesOf(drawn, `seed ${i}`))),
    );
    expect(seen.size).toBe(50);
  });

  it('is scored by the numbers that were shown', () => {
    const sum = {
      ...cloning(
        `${set('A', random(1, 50))}${set('B', random(1, 50))}<qti-set-correct-response identifier="RESPONSE"><qti-sum>${variable('A')}${variable('B')}</qti-sum></qti-set-correct-response>`,
        '<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="integer"/>',
        '<p><qti-printed-variable identifier="A"/> + <qti-printed-variable identifier="B"/> = <qti-text-entry-interaction response-identifier="RESPONSE"/></p>',
      ),
    };
    const parts = {
      ...sum,
      processing: `${sum.processing}<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>`,
    };
    const { scoring } = compiled(parts);
    for (let i = 0; i < 30; i += 1) {
      const { A, B } = cloneValues(scoring, ['A', 'B'], `s${i}`);
      const right = score(scoring, { RESPONSE: Number(A) + Number(B) }, `s${i}`);
      const wrong = score(scoring, { RESPONSE: Number(A) + Number(B) + 1 }, `s${i}`);
      expect([right.ok && right.score, wrong.ok && wrong.score]).toEqual([1, 0]);
    }
  });
});

describe('qti-template-condition', () => {
  it('follows qti-template-if, qti-template-else-if or qti-template-else', () => {
    const branch = (value: number) =>
      valuesOf(
        cloning(`${set('A', whole(value))}<qti-template-condition>
          <qti-template-if><qti-gt>${variable('A')}${whole(10)}</qti-gt>${set('B', whole(100))}</qti-template-if>
          <qti-template-else-if><qti-gt>${variable('A')}${whole(5)}</qti-gt>${set('B', whole(50))}</qti-template-else-if>
          <qti-template-else>${set('B', whole(0))}</qti-template-else>
        </qti-template-condition>`),
        'x',
      )['B'];
    expect([branch(11), branch(6), branch(5)]).toEqual([100, 50, 0]);
  });
});

describe('qti-exit-template', () => {
  it('ends the processing', () => {
    const ended = cloning(
      `${set('A', whole(2))}<qti-template-condition><qti-template-if><qti-base-value base-type="boolean">true</qti-base-value><qti-exit-template/></qti-template-if></qti-template-condition>${set('B', whole(9))}`,
    );
    expect(valuesOf(ended, 'x')).toEqual({ A: 2, B: 1 });
  });
});

describe('qti-template-constraint', () => {
  const differ = `<qti-template-constraint><qti-not><qti-equal>${variable('A')}${variable('B')}</qti-equal></qti-not></qti-template-constraint>`;

  it('draws anew until it holds', () => {
    const parts = cloning(set('A', random(1, 3)) + set('B', random(1, 3)) + differ);
    for (let i = 0; i < 100; i += 1) {
      const { A, B } = valuesOf(parts, `seed ${i}`);
      expect(A).not.toBe(B);
    }
  });

  it('leaves the defaults when it never holds', () => {
    const never = cloning(
      `${set('A', whole(7))}<qti-template-constraint><qti-base-value base-type="boolean">false</qti-base-value></qti-template-constraint>`,
    );
    expect(valuesOf(never, 'x')).toEqual({ A: 1, B: 1 });
    const unknown = cloning(
      `${set('A', whole(7))}<qti-template-constraint><qti-null/></qti-template-constraint>`,
    );
    expect(valuesOf(unknown, 'x')).toEqual({ A: 1, B: 1 });
  });

  it('has to be a truth value', () => {
    expect(
      problemsOf(cloning(`<qti-template-constraint>${whole(1)}</qti-template-constraint>`)),
    ).toEqual(['wrong-type: is single integer']);
  });
});

describe('qti-set-default-value', () => {
  it('sets what an outcome begins with in this clone, and what qti-default says', () => {
    const parts = {
      ...cloning(
        `<qti-set-default-value identifier="SCORE"><qti-integer-to-float>${whole(4)}</qti-integer-to-float></qti-set-default-value>`,
        '<qti-outcome-declaration identifier="SEEN" cardinality="single" base-type="float"/>',
      ),
    };
    const processing =
      parts.processing +
      rules(
        '<qti-set-outcome-value identifier="SEEN"><qti-default identifier="SCORE"/></qti-set-outcome-value>',
      );
    const scored = score(compiled({ ...parts, processing }).scoring, {}, 'x');
    expect(scored.ok && scored.outcomes).toMatchObject({ SCORE: 4, SEEN: 4 });
  });
});

describe('qti-set-correct-response', () => {
  it('is refused for what is no response variable', () => {
    expect(
      problemsOf(
        cloning(`<qti-set-correct-response identifier="A">${whole(1)}</qti-set-correct-response>`),
      ),
    ).toEqual(['unknown-identifier: A is no response variable']);
  });
});

describe('what a browser is told of a clone', () => {
  it('names only the variables of qti-printed-variable, qti-template-block and the like', () => {
    const parts = cloning(
      set('A', whole(3)),
      template('SECRET', 'single integer', '42') +
        template('SHOWN', 'single identifier', 'yes') +
        template('x', 'single integer', '5', 'math-variable="true"') +
        template('y', 'single integer', '6', 'math-variable="true"') +
        template('wide', 'single integer', '7', 'param-variable="true"'),
      `<p><qti-printed-variable identifier="A"/></p>
       <qti-template-block template-identifier="SHOWN" identifier="yes"><qti-content-body><p>More</p></qti-content-body></qti-template-block>
       <p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>+</mo><mi>z</mi></math></p>
       <p><object data="a.svg" type="image/svg+xml"><param name="w" value="wide" valuetype="DATA"/></object></p>`,
    );
    const { delivery, needsServer } = compiled(parts);
    expect(delivery['und']?.templates).toEqual(['A', 'SHOWN', 'x', 'wide']);
    expect(JSON.stringify(delivery)).not.toContain('SECRET');
    expect(needsServer).toEqual(['template']);
  });

  it('holds qti-template-block and qti-template-inline whole: the player shows them by the values', () => {
    const inside =
      '<qti-template-inline template-identifier="A" identifier="x">inline</qti-template-inline>';
    const block =
      '<qti-template-block template-identifier="B" identifier="y" show-hide="hide"><qti-content-body><p>block</p></qti-content-body></qti-template-block>';
    const { delivery } = compiled(cloning('', '', `<p>${inside}</p>${block}`));
    expect(delivery['und']?.templates).toEqual(['A', 'B']);
    expect(JSON.stringify(delivery['und']?.body)).toMatch(/inline.*block/u);
    expect(problemsOf(cloning('', '', block.replace('"B"', '"SCORE"')))).toEqual([
      'unknown-identifier: a template block names SCORE',
    ]);
  });

  it('is the same in every language, and a translation may not draw otherwise', () => {
    const xml = itemXml({ ...cloning(set('A', random(1, 9))), attributes: 'xml:lang="en"' });
    const other = readItem(xml.replace('max="9"', 'max="8"'));
    const made = compileItem(readItem(xml), { ru: other });
    expect(made.ok ? [] : made.problems.map(({ message }) => message)).toEqual([
      'ru: template rule 1 differs at value.max: 8',
    ]);
  });
});
