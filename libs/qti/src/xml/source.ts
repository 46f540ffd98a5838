import { pathOf, type XmlElement } from './element.ts';
import type { Place, Problem, ProblemCode, Warning, WarningCode } from '../problem.ts';

/** One document being read: collects everything that is found, so that one pass tells it all. */
export class Source {
  readonly file: string;
  readonly problems: Problem[] = [];
  readonly warnings: Warning[] = [];
  /** Variables whose declaration could not be read, which is told there once. */
  readonly #unread = new Set<string>();
  readonly #text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
  }

  place(at: XmlElement): Place {
    return { ...this.#position(at.offset), path: pathOf(at) };
  }

  problem(at: XmlElement, code: ProblemCode, message: string, expected?: string): void {
    const problem = { code, message, ...this.place(at) };
    this.problems.push(expected === undefined ? problem : { ...problem, expected });
  }

  /** Of something that names a variable which isn't there, or isn't what it should be. */
  unknownVariable(at: XmlElement, name: string, message: string, expected?: string): void {
    if (!this.#unread.has(name)) this.problem(at, 'unknown-identifier', message, expected);
  }

  /** The declaration was reported; what names the variable is not reported again. */
  unread(declaration: XmlElement): undefined {
    const name = declaration.attributes['identifier'];
    if (name !== undefined) this.#unread.add(name.trim());
  }

  isUnread(name: string): boolean {
    return this.#unread.has(name);
  }

  problemAt(offset: number, path: string, code: ProblemCode, message: string): void {
    this.problems.push({ code, message, ...this.#position(offset), path });
  }

  warn(at: XmlElement, code: WarningCode, message: string): void {
    this.warnings.push({ code, message, ...this.place(at) });
  }

  #position(offset: number): Omit<Place, 'path'> {
    const starts = (this.#lineStarts ??= lineStartsOf(this.#text));
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file: this.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

const lineStartsOf = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\r\n|\r|\n/gu)].map(({ 0: end, index }) => index + end.length),
];

const origins = new WeakMap<object, { source: Source; element: XmlElement }>();

/** Remembers which element a part of the model was read from, for problems found later. */
export function remember<const T extends object>(part: T, source: Source, element: XmlElement): T {
  origins.set(part, { source, element });
  return part;
}

/** The element that a part was read from; undefined for a model that was not read from a file. */
export const elementOf = (part: object): XmlElement | undefined => origins.get(part)?.element;

/** Undefined for a model that was not read from a file. */
export function placeOf(part: object): Place | undefined {
  const origin = origins.get(part);
  return origin?.source.place(origin.element);
}
