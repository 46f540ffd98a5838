// Tests for the specs: XML put together from parts.
import { parseTest, type AssessmentTest, type ItemResult, type Value } from '../src/index.ts';
import { valueOf } from './notation.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

export const outcome = (name: string, baseType = 'float', inside = ''): string =>
  `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="${baseType}">${inside}</qti-outcome-declaration>`;

export const ref = (name: string, attributes = '', inside = ''): string =>
  `<qti-assessment-item-ref identifier="${name}" href="${name}.xml" ${attributes}>${inside}</qti-assessment-item-ref>`;

export const refs = (names: string, attributes = ''): string =>
  names
    .split(' ')
    .map((name) => ref(name, attributes))
    .join('');

export const section = (name: string, inside: string, attributes = ''): string =>
  `<qti-assessment-section identifier="${name}" title="${name}" ${attributes.includes('visible') ? '' : 'visible="true"'} ${attributes}>${inside}</qti-assessment-section>`;

export const part = (name: string, inside: string, navigation = 'linear'): string =>
  `<qti-test-part identifier="${name}" navigation-mode="${navigation}" submission-mode="individual">${inside}</qti-test-part>`;

export const testXml = (inside: string): string =>
  `<qti-assessment-test xmlns="${NAMESPACE}" identifier="test" title="Test">
${inside}
</qti-assessment-test>`;

export const oneSection = (inside: string, before = '', after = ''): string =>
  testXml(`${before}${part('P', section('S', inside))}${after}`);

export function readTest(xml: string): AssessmentTest {
  const parsed = parseTest(xml, 'test.xml');
  if (parsed.ok) return parsed.test;
  const problems = parsed.problems.map(({ line, code, message }) => `${line} ${code}: ${message}`);
  throw new Error(`refused\n${problems.join('\n')}`);
}

export const problemsOf = (xml: string): string[] => {
  const parsed = parseTest(xml, 'test.xml');
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
};

/** A result with the values in the short notation, e.g. { SCORE: '1.0' }. */
export function result(
  values: Readonly<Record<string, string>>,
  more: Partial<ItemResult> = {},
): ItemResult {
  const typed: Record<string, Value | null> = {};
  for (const [name, text] of Object.entries(values)) typed[name] = valueOf(text);
  return { presented: true, responded: true, correct: null, bounds: {}, ...more, values: typed };
}
