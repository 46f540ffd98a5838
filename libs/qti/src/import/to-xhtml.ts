// HTML as people and editors write it, made well formed. What of it may stay is decided afterwards, where
// all content is cleaned.
import { activeElements, htmlElements } from '../content/html-elements.ts';
import { mathElements } from '../content/math-svg-elements.ts';
import { escapeText, tag } from '../write/xml.ts';
import { MATHML_NAMESPACE } from '../xml/names.ts';
import { decodeEntities } from './html-entities.ts';
import type { Xhtml } from './question.ts';

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!?\/?[a-zA-Z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</gu;
const TAG = /^<(\/?)([a-zA-Z][^\s/>]*)([\s\S]*?)(\/?)>$/u;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

const empty = new Set(['br', 'hr', 'img', 'col', 'source', 'track', 'param']);
const renamed: Readonly<Record<string, string>> = {
  font: 'span',
  center: 'div',
  strike: 's',
  del: 's',
  ins: 'u',
  nobr: 'span',
};
const blocks = new Set(
  'p div ul ol dl table pre blockquote h1 h2 h3 h4 h5 h6 hr figure section article'.split(' '),
);
/** An element that ends when one of these begins. */
const endedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  p: blocks,
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  td: new Set(['td', 'th', 'tr']),
  th: new Set(['td', 'th', 'tr']),
  tr: new Set(['tr']),
};

export function toXhtml(html: string, notes: string[]): Xhtml {
  const open: string[] = [];
  let written = '';
  let skipping: string | undefined;
  const close = (): void => {
    written += `</${open.pop()}>`;
  };
  for (const [token] of html.matchAll(TOKEN)) {
    const [, slash, rawName, attributes = '', selfClosed] = TAG.exec(token) ?? [];
    const lower = rawName?.toLowerCase();
    if (skipping !== undefined) {
      if (slash === '/' && lower === skipping) skipping = undefined;
      continue;
    }
    if (rawName === undefined || lower === undefined) {
      if (!token.startsWith('<!')) written += escapeText(decodeEntities(token));
      continue;
    }
    const name = nameOf(lower, open);
    if (name === undefined) {
      if (slash === '') notes.push(`${lower} was left out`);
      if (slash === '' && selfClosed === '' && (lower === 'script' || lower === 'style'))
        skipping = lower;
      continue;
    }
    if (slash === '/') {
      if (open.includes(name)) while (open.at(-1) !== name) close();
      if (open.at(-1) === name) close();
      continue;
    }
    for (let last = open.at(-1); last && endedBy[last]?.has(name); last = open.at(-1)) close();
    const start = tag(name, attributesOf(name, attributes)).slice(0, -2);
    if (empty.has(name) || selfClosed === '/') written += `${start}/>`;
    else {
      written += `${start}>`;
      open.push(name);
    }
  }
  while (open.length > 0) close();
  return written.trim();
}

function nameOf(name: string, open: readonly string[]): string | undefined {
  if (name === 'math' || (open.includes('math') && mathElements.has(name))) return name;
  const known = renamed[name] ?? name;
  return htmlElements.has(known) && !activeElements.has(known) ? known : undefined;
}

function attributesOf(element: string, text: string): Record<string, string> {
  const found: Record<string, string> = element === 'math' ? { xmlns: MATHML_NAMESPACE } : {};
  for (const [, raw = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const name = raw.toLowerCase();
    // Styles and names with a colon are the editor's, not the question's.
    if (!/^[a-z][a-z0-9_-]*$/u.test(name) || name === 'style' || name === 'xmlns') continue;
    found[name] = decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}

/** Plain text: line ends stay. */
export const plainXhtml = (text: string): Xhtml =>
  text
    .trim()
    .split(/\r\n|\r|\n/u)
    .map((line) => escapeText(line.trim()))
    .join('<br/>');

/** The words of a piece of XHTML, for titles and for answers that are compared as text. */
export const wordsOf = (xhtml: Xhtml): string =>
  decodeEntities(xhtml.replace(/<[^>]*>/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();

export const isBlock = (xhtml: Xhtml): boolean =>
  [...xhtml.matchAll(/<([a-z0-9]+)/gu)].some(([, name = '']) => blocks.has(name));
