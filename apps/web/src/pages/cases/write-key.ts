import type { Scoring } from '#libs/qti';
import { writeResponse } from './write-response.ts';

type Key = Pick<Scoring['responses'][number], 'correct' | 'mapping'>;

/** The key of an item on one line: what is right, else what each answer is worth; another language's after its name. */
export function writeKey({ responses, rules, textKeys }: Scoring): string {
  const named = responses.length > 1;
  const parts = responses.map(({ identifier, ...key }) => {
    const others = Object.entries(textKeys).flatMap(([language, keys]) => {
      const other = keys[identifier];
      return other === undefined ? [] : [`${language}: ${ofOne(other)}`];
    });
    const text = [ofOne(key), ...others].join('; ');
    return named ? `${identifier} ${text}` : text;
  });
  return `${parts.join('; ')}${toleranceOf(rules)}`;
}

function ofOne({ correct, mapping }: Key): string {
  if (mapping !== undefined) {
    return mapping.entries.map(({ key, value }) => `${writeResponse([key])} = ${value}`).join(', ');
  }
  if (correct === null) return '–';
  switch (correct.cardinality) {
    case 'single':
      return writeResponse([correct.value]);
    case 'multiple':
    case 'ordered':
      return writeResponse([...correct.values]);
    case 'record':
      return writeResponse(
        Object.fromEntries(
          Object.entries(correct.fields).map(([name, field]) => [name, field?.value]),
        ),
      );
  }
}

/** Of a number: how far from the key an answer may be. */
function toleranceOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('op' in node && node.op === 'equal' && 'tolerance' in node && Array.isArray(node.tolerance)) {
    const [below, above = below] = node.tolerance as unknown[];
    if (below === undefined || (below === 0 && above === 0)) return '';
    const unit = 'toleranceMode' in node && node.toleranceMode === 'relative' ? ' %' : '';
    return below === above
      ? ` ± ${writeResponse(below)}${unit}`
      : ` −${writeResponse(below)} +${writeResponse(above)}${unit}`;
  }
  return (
    Object.values(node)
      .map(toleranceOf)
      .find((text) => text !== '') ?? ''
  );
}
