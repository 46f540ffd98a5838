import type { ContentNode } from '#libs/qti';

/** The words of content where only words fit (an option of a select, a row of the review). */
export function plainText(nodes: readonly ContentNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : 'children' in node ? plainText(node.children) : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
