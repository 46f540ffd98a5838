const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeText = (text: string): string =>
  text.replace(/[&<>]/gu, (char) => escapes[char] ?? char).replaceAll('\r', '&#13;');

const escapeAttribute = (text: string): string =>
  text
    .replace(/[&<>"]/gu, (char) => escapes[char] ?? char)
    .replace(/[\t\n\r]/gu, (char) => `&#${char.charCodeAt(0)};`);

/** One element; children are XML already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly string[]
): string {
  let written = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${escapeAttribute(value)}"`;
  }
  const inside = children.join('');
  return inside === '' ? `${written}/>` : `${written}>${inside}</${name}>`;
}

/** Global attributes as QTI writes them: the language is xml:lang. */
export function globals(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { lang, ...rest } = attributes;
  return lang === undefined ? rest : { ...rest, 'xml:lang': lang };
}
