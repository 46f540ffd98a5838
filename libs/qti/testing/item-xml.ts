// Items for the specs: XML put together from parts, and read and compiled on the way.
import { compileItem, parseItem, type CompiledItem, type Item } from '../src/index.ts';

export interface ItemParts {
  readonly attributes?: string;
  readonly declarations?: string;
  readonly body?: string;
  readonly processing?: string;
  readonly after?: string;
}

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const RESPONSE_TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates';

/** SCORE is always declared: nothing is scored without it. */
export const itemXml = ({
  attributes = '',
  declarations = '',
  body = '',
  processing = '',
  after = '',
}: ItemParts): string =>
  `<qti-assessment-item xmlns="${NAMESPACE}" identifier="item" title="Item" ${attributes}>
${declarations}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-item-body>${body}</qti-item-body>
${processing}
${after}
</qti-assessment-item>`;

export const template = (name: string): string =>
  `<qti-response-processing template="${RESPONSE_TEMPLATES}/${name}.xml"/>`;

export const rules = (inside: string): string =>
  `<qti-response-processing>${inside}</qti-response-processing>`;

/** SCORE = the expression. */
export const scoreIs = (expression: string): string =>
  rules(`<qti-set-outcome-value identifier="SCORE">${expression}</qti-set-outcome-value>`);

export const response = (
  cardinality: string,
  baseType: string,
  correct: readonly string[] = [],
  more = '',
): string =>
  `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">${
    correct.length === 0
      ? ''
      : `<qti-correct-response>${correct.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-correct-response>`
  }${more}</qti-response-declaration>`;

export const choices = (identifiers: string, attributes = ''): string =>
  `<qti-choice-interaction response-identifier="RESPONSE" ${attributes}>${identifiers
    .split(' ')
    .map((id) => `<qti-simple-choice identifier="${id}">Choice ${id}</qti-simple-choice>`)
    .join('')}</qti-choice-interaction>`;

/** The item, or an error that says every problem. */
export function readItem(xml: string, file = 'item.xml'): Item {
  const parsed = parseItem(xml, file);
  if (parsed.ok) return parsed.item;
  const problems = parsed.problems.map(
    ({ code, message, line, column }) => `${line}:${column} ${code}: ${message}`,
  );
  throw new Error(`${file} was refused\n${problems.join('\n')}`);
}

export function compiled(parts: ItemParts | string): CompiledItem {
  const made = compileItem(readItem(typeof parts === 'string' ? parts : itemXml(parts)));
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  return made;
}
