import { pathOf, type XmlElement } from './element.ts';
import type { Place, Problem, ProblemCode, Warning, WarningCode } from '../problem.ts';

/** One document being read: collects everything that is found, so that one pass tells it all. */
export class Source {
  readonly file: string;
  readonly problems: Problem[] = [];
  readonly warnings: Warning[] = [];
  readonly #text: string;

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

  problemAt(offset: number, path: string, code: ProblemCode, message: string): void {
    this.problems.push({ code, message, ...this.#position(offset), path });
  }

  warn(at: XmlElement, code: WarningCode, message: string): void {
    this.warnings.push({ code, message, ...this.place(at) });
  }

  #position(offset: number): Omit<Place, 'path'> {
    const before = this.#text.slice(0, offset);
    const line = before.split(/\r\n|\r|\n/u).length;
    const column = offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    return { file: this.file, line, column };
  }
}

const origins = new WeakMap<object, { source: Source; element: XmlElement }>();

/** Remembers which element a part of the model was read from, for problems found later. */
export function remember<const T extends object>(part: T, source: Source, element: XmlElement): T {
  origins.set(part, { source, element });
  return part;
}

/** Undefined for a model that was not read from a file. */
export function placeOf(part: object): Place | undefined {
  const origin = origins.get(part);
  return origin?.source.place(origin.element);
}
