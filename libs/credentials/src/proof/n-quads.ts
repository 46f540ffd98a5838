// Canonical N-Quads (RDF Dataset Canonicalization, "Canonical form of N-Quads").

const ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
// eslint-disable-next-line no-control-regex -- the control characters are what is escaped
const ESCAPED = /[\u0000-\u001f\u007f"\\]/u;
// eslint-disable-next-line no-control-regex -- see above
const ALL_ESCAPED = /[\u0000-\u001f\u007f"\\]/gu;

/** Without this a name could close its own literal and add statements to what is signed. */
export function escapeLiteral(text: string): string {
  return ESCAPED.test(text) ? text.replaceAll(ALL_ESCAPED, escapeOne) : text;
}

function escapeOne(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return ESCAPES[character] ?? `\\u${code}`;
}

const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/u;

/** An absolute IRI of ASCII alone that stands in N-Quads as it is (RFC 3987 §2.2, N-Quads IRIREF). */
export function isPlainIri(text: string): boolean {
  return IRI.test(text);
}
