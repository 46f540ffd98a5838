import { describe, expect, it } from '@jest/globals';
import { coverageOf, documentOf, readCoverage, readDocument, titlesIn } from './qti-coverage.ts';

describe('docs/qti-coverage.md', () => {
  it('has a test for every name of the standard', () => {
    expect(readCoverage().missing).toEqual([]);
  });

  it('is what the specs say now', () => {
    expect(documentOf(readCoverage())).toBe(readDocument());
  });

  it('tells a name without a test', () => {
    const tests = [{ file: 'a.spec.ts', title: 'qti-order-interaction is read' }];
    const names = { all: ['qti-order-interaction', 'qti-order', 'qti-drag'] };
    expect(coverageOf(names, tests).missing).toEqual(['qti-order', 'qti-drag']);
  });

  it('reads the titles of describe, it, it.each and of the tables', () => {
    const source = `describe('a', () => { it("b's", f); it.each([['x', 1]])('c %s', f); });
operator('qti-and', {}); interaction('qti-x', {}); it.each(names)('d', f); const s = 'not a title';`;
    expect(titlesIn(source)).toEqual(['a', "b's", 'c %s', 'qti-and', 'qti-x', 'd']);
  });
});
