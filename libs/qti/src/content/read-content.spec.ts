// What content may be: the allow-list, and what happens to all else.
import { describe, expect, it } from '@jest/globals';
import { itemXml, readItem } from '../../testing/item-xml.ts';
import { compileItem, parseItem, type ContentNode } from '../index.ts';

const bodyOf = (body: string): readonly ContentNode[] => readItem(itemXml({ body })).body;
const warningsOf = (body: string): string[] =>
  parseItem(itemXml({ body }), 'item.xml').warnings.map(
    ({ code, message }) => `${code}: ${message}`,
  );
const textOf = (body: string): string => JSON.stringify(bodyOf(body));

const element = (name: string, children: readonly unknown[] = [], attributes = {}): unknown => ({
  type: 'element',
  name,
  attributes,
  children,
});

describe('content', () => {
  it('is a tree of plain elements and texts', () => {
    expect(bodyOf('<p class="x" id="a">One <b>two</b> three</p>')).toEqual([
      element('p', ['One ', element('b', ['two']), ' three'], { class: 'x', id: 'a' }),
    ]);
  });

  it('keeps lists, tables, ruby, figures, media and headings', () => {
    const xml =
      '<h2>T</h2><ul><li>a</li></ul><table><caption>c</caption><tbody><tr><th scope="col">h</th><td colspan="2">d</td></tr></tbody></table><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p><figure><img src="a.png" alt="A"/><figcaption>f</figcaption></figure><audio src="a.mp3" controls="controls"/><video src="a.mp4"><track src="a.vtt" kind="captions"/></video>';
    expect(warningsOf(xml)).toEqual([]);
    const names = [...textOf(xml).matchAll(/"name":"(\w+)"/gu)].map(([, name]) => name);
    expect(names).toEqual(
      'h2 ul li table caption tbody tr th td p ruby rp rt rp figure img figcaption audio video track'.split(
        ' ',
      ),
    );
  });

  it('keeps MathML and SVG in their vocabularies', () => {
    const xml = `<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mfrac><mn>1</mn><mi>x</mi></mfrac></math></p>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="red"><circle cx="4" cy="4" r="3"/></g></svg>`;
    expect(warningsOf(xml)).toEqual([]);
    expect(textOf(xml)).toContain('"vocabulary":"math","attributes":{"display":"block"}');
    expect(textOf(xml)).toContain('"name":"circle","vocabulary":"svg"');
  });

  it('keeps aria- and the data- attributes of the standard, and delivers no others', () => {
    const xml = '<p aria-label="a" data-qti-suppress-tts="all" data-mine="x">t</p>';
    expect(warningsOf(xml)).toEqual([
      'unknown-data-attribute: data-mine is kept, but not delivered',
    ]);
    const made = compileItem(readItem(itemXml({ body: xml })));
    expect(made.ok && made.delivery['und']?.body).toEqual([
      element('p', ['t'], { 'aria-label': 'a', 'data-qti-suppress-tts': 'all' }),
    ]);
  });

  it('counts white space as HTML does, and leaves that of pre alone', () => {
    expect(bodyOf('\n <p>\n one\n  <b> two </b>\n three </p>\n <div> <p>x</p> </div>')).toEqual([
      element('p', ['one ', element('b', [' two ']), ' three']),
      element('div', [element('p', ['x'])]),
    ]);
    expect(bodyOf('<pre>a\n  b   c\n</pre>')).toEqual([element('pre', ['a\n  b   c\n'])]);
  });
});

describe('hostile content', () => {
  it.each([
    ['a script', '<p>a</p><script>alert(1)</script>'],
    ['a script of SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a style', '<style>* { background: url(//evil) }</style>'],
    ['a frame', '<iframe src="http://evil.example"/>'],
    ['a form', '<form action="http://evil.example"><input name="a"/></form>'],
    [
      'foreign content in SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><p>x</p></foreignObject></svg>',
    ],
    [
      'a link in MathML',
      '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><maction actiontype="statusline"/></math></p>',
    ],
    [
      'an animation of SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><animate attributeName="href"/></svg>',
    ],
    ['a link of SVG', '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:x">y</a></svg>'],
  ])('%s is left out with a warning, and what stands beside it stays', (_, xml) => {
    const both = `<p>before</p>${xml}<p>after</p>`;
    expect(warningsOf(both).map((warning) => warning.split(':')[0])).toEqual(['content-removed']);
    const text = textOf(both);
    expect(text).toMatch(/before.*after/u);
    expect(text).not.toMatch(/alert|evil|javascript|script|iframe|foreignObject|animate|maction/u);
  });

  it.each([
    ['<p onclick="alert(1)">x</p>', 'onclick was left out: it runs script'],
    ['<p ONCLICK="alert(1)">x</p>', 'ONCLICK was left out: it runs script'],
    ['<p style="background:url(x)">x</p>', 'style was left out: style comes from the stylesheet'],
    [
      '<a href="javascript:alert(1)">x</a>',
      'href was left out: an address of that scheme is not allowed',
    ],
    [
      '<a href=" java&#10;script:alert(1)">x</a>',
      'href was left out: an address of that scheme is not allowed',
    ],
    [
      '<a href="JaVaScRiPt:alert(1)">x</a>',
      'href was left out: an address of that scheme is not allowed',
    ],
    ['<a href="vbscript:x">x</a>', 'href was left out: an address of that scheme is not allowed'],
    [
      '<a href="data:text/html,x">x</a>',
      'href was left out: an address of that scheme is not allowed',
    ],
    [
      '<img src="data:text/html,x" alt=""/>',
      'src was left out: an address of that scheme is not allowed',
    ],
    [
      '<object data="data:text/html,x" type="text/html"/>',
      'data was left out: an address of that scheme is not allowed',
    ],
    [
      '<a href="file:///etc/passwd">x</a>',
      'href was left out: an address of that scheme is not allowed',
    ],
    [
      '<img src="a.png" alt="" srcset="http://evil 2x"/>',
      'srcset was left out: it is not an attribute of img in QTI',
    ],
    [
      '<svg xmlns="http://www.w3.org/2000/svg"><use href="http://evil/x.svg#a"/></svg>',
      'href was left out: only a reference inside the picture is allowed',
    ],
    [
      '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(http://evil/x)"/></svg>',
      'fill was left out: only a reference inside the picture is allowed',
    ],
  ])('%s loses its attribute', (xml, warning) => {
    expect(warningsOf(xml)).toEqual([`attribute-removed: ${warning}`]);
    expect(textOf(xml)).not.toMatch(/alert|evil|passwd|script:|text\/html,/u);
  });

  it('keeps what is harmless: relative and web addresses, mail, pictures as data, references inside SVG', () => {
    const xml =
      '<a href="notes.pdf">a</a><a href="https://example.org/?q=javascript:">b</a><a href="mailto:a@example.org">c</a><img src="data:image/png;base64,AAAA" alt=""/><svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><rect fill="url(#g)"/></svg>';
    expect(warningsOf(xml)).toEqual([]);
  });

  it('may be an element that QTI does not know: that is a problem with its place', () => {
    const parsed = parseItem(itemXml({ body: '<p>a</p>\n<marquee>b</marquee>' }), 'item.xml');
    expect(parsed.ok ? [] : parsed.problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      '5 /qti-assessment-item/qti-item-body/marquee',
    ]);
  });

  it('cannot reach an object by its name: constructor, __proto__', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const parsed = parseItem(itemXml({ body: `<${name}/><p ${name}="x">a</p>` }), 'item.xml');
      expect(parsed.ok).toBe(false);
    }
  });
});

describe('qti-portable-custom-interaction and qti-custom-interaction', () => {
  it.each([
    [
      '<qti-portable-custom-interaction response-identifier="RESPONSE" custom-interaction-type-identifier="urn:x" module="x"/>',
      'qti-portable-custom-interaction',
      'script',
    ],
    [
      '<qti-custom-interaction response-identifier="RESPONSE"/>',
      'qti-custom-interaction',
      "vendor's own meaning",
    ],
  ])('are known and refused with the reason', (xml, name, reason) => {
    const parsed = parseItem(itemXml({ body: `<div>${xml}</div>` }), 'item.xml');
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `interaction-refused /qti-assessment-item/qti-item-body/div/${name}`,
    ]);
    expect(problems[0]?.message).toContain(reason);
  });

  it('are known by their names of 2.x too', () => {
    const xml = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="t" adaptive="false" timeDependent="false"><itemBody><customInteraction responseIdentifier="RESPONSE"><portableCustomInteraction xmlns="http://www.imsglobal.org/xsd/portableCustomInteraction"/></customInteraction></itemBody></assessmentItem>`;
    const parsed = parseItem(xml, 'item.xml');
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([
      'interaction-refused',
    ]);
  });

  it('tell an interaction that does not exist from one that is refused', () => {
    const parsed = parseItem(
      itemXml({ body: '<qti-guess-interaction response-identifier="RESPONSE"/>' }),
      'item.xml',
    );
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect(problem?.code).toBe('unknown-element');
    expect(problem?.expected).toContain('choice, order, associate');
  });
});
