import type { XmlElement } from '../xml/element.ts';
import { readXml } from '../xml/read-xml.ts';
import { Source } from '../xml/source.ts';
import type { Problem, Warning } from '../problem.ts';

export type Parsed<K extends string, T> =
  | ({ readonly ok: true; readonly warnings: readonly Warning[] } & { readonly [P in K]: T })
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly warnings: readonly Warning[];
    };

/** The document's root if it is the wanted one; what is wrong with it is in `source`. */
export function openDocument(
  xml: string,
  file: string,
  rootName: string,
): { source: Source; root?: XmlElement } {
  const source = new Source(file, xml);
  const root = readXml(xml, source);
  if (root === undefined) {
    if (source.problems.length === 0)
      source.problemAt(0, '/', 'not-well-formed', 'there is no root element');
    return { source };
  }
  if (root.vocabulary === 'vendor') {
    source.problem(
      root,
      'unknown-namespace',
      `${root.sourceName} is of an unknown namespace`,
      'QTI 3.0, 2.2, 2.1 or 2.0',
    );
    return { source };
  }
  if (root.name !== rootName) {
    source.problem(root, 'wrong-root', `the document is a ${root.sourceName}`, rootName);
    return { source };
  }
  if (!/\sxmlns(?::[\w.-]+)?\s*=/u.test(xml.slice(root.offset, xml.indexOf('>', root.offset)))) {
    source.warn(root, 'namespace-missing', 'no namespace is declared: read as QTI');
  }
  return { source, root };
}
