import { describe, expect, it } from '@jest/globals';
import { compiled } from '../../testing/item-xml.ts';
import { parseStimulus, writeStimulus } from '../index.ts';

const xml = `<qti-assessment-stimulus xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="s1" title="A log file" label="L" xml:lang="en">
<qti-stylesheet href="s.css" type="text/css"/>
<qti-stimulus-body class="x"><h2>Log</h2><pre>10:00  login
10:05  logout</pre><p onclick="x()">text<script>x()</script></p></qti-stimulus-body>
<qti-catalog-info><qti-catalog id="c"><qti-card support="spoken"><qti-html-content>log</qti-html-content></qti-card></qti-catalog></qti-catalog-info>
</qti-assessment-stimulus>`;

const read = (text: string) => {
  const parsed = parseStimulus(text, 's1.xml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.stimulus;
};

describe('qti-assessment-stimulus', () => {
  it('is read and cleaned as the content of an item is', () => {
    const stimulus = read(xml);
    expect(stimulus).toMatchObject({
      identifier: 's1',
      title: 'A log file',
      label: 'L',
      language: 'en',
    });
    const text = JSON.stringify(stimulus.body);
    expect(text).toContain('10:00  login\\n10:05');
    expect(text).not.toMatch(/script|onclick|x\(\)/u);
    expect(stimulus.catalogs[0]?.id).toBe('c');
  });

  it('is written as it was read', () => {
    expect(read(writeStimulus(read(xml)))).toEqual(read(xml));
  });

  it('is refused without a body, for an interaction that has nothing to fill, and for an item', () => {
    const problems = (text: string): string[] => {
      const parsed = parseStimulus(text, 's.xml');
      return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
    };
    expect(problems(xml.replace(/<qti-stimulus-body[\s\S]*<\/qti-stimulus-body>/u, ''))).toEqual([
      'missing-element',
    ]);
    expect(
      problems(
        xml.replace('<h2>Log</h2>', '<p><qti-text-entry-interaction response-identifier="R"/></p>'),
      ),
    ).toEqual(['unknown-identifier']);
    expect(problems(xml.replaceAll('qti-assessment-stimulus', 'qti-assessment-item'))).toEqual([
      'wrong-root',
    ]);
  });
});

describe('qti-assessment-stimulus-ref', () => {
  it('is read and delivered: the page fetches the material by it', () => {
    const { delivery } = compiled({
      after: '<qti-assessment-stimulus-ref identifier="s1" href="s1.xml" title="A log file"/>',
    });
    expect(delivery['und']?.stimuli).toEqual([
      { identifier: 's1', href: 's1.xml', title: 'A log file' },
    ]);
  });
});
