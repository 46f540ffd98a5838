// Catalogues (QTI 3.0 ASI, "Catalog information"): alternative content for those who need it.
import { describe, expect, it } from '@jest/globals';
import { compiled, itemXml, readItem } from '../../testing/item-xml.ts';
import { parseItem, writeItem } from '../index.ts';

const catalogs = `<qti-catalog-info>
  <qti-catalog id="c1">
    <qti-card support="glossary-on-screen"><qti-html-content><p>A <em>hash</em> is a fingerprint.</p></qti-html-content></qti-card>
    <qti-card support="spoken">
      <qti-card-entry data-reading-type="computer-read-aloud" default="true"><qti-html-content><p>hash</p></qti-html-content></qti-card-entry>
      <qti-card-entry data-reading-type="human"><qti-file-href mime-type="audio/mpeg">hash.mp3</qti-file-href></qti-card-entry>
    </qti-card>
    <qti-card support="keyword-translation">
      <qti-card-entry xml:lang="ru"><qti-html-content>хеш</qti-html-content></qti-card-entry>
      <qti-card-entry xml:lang="tg"><qti-html-content>ҳеш</qti-html-content></qti-card-entry>
    </qti-card>
    <qti-card support="sign-language" xml:lang="rsl"><qti-file-href mime-type="video/mp4">sign.mp4</qti-file-href></qti-card>
    <qti-card support="ext:vendor"><qti-html-content><script>steal()</script>left</qti-html-content></qti-card>
  </qti-catalog>
</qti-catalog-info>`;

const parts = {
  attributes: 'xml:lang="en"',
  body: '<p data-catalog-idref="c1">What is a hash?</p>',
  after: catalogs,
};

describe('qti-catalog-info', () => {
  it('is read with its cards: glossary, spoken, sign language, keyword translation', () => {
    const [catalog] = readItem(itemXml(parts)).catalogs;
    expect(catalog?.cards.map(({ support }) => support)).toEqual([
      'glossary-on-screen',
      'spoken',
      'keyword-translation',
      'sign-language',
      'ext:vendor',
    ]);
    expect(catalog?.cards[1]?.entries).toEqual([
      expect.objectContaining({ default: true }),
      expect.objectContaining({ files: [{ href: 'hash.mp3', mediaType: 'audio/mpeg' }] }),
    ]);
    expect(catalog?.cards[2]?.entries.map(({ language }) => language)).toEqual(['ru', 'tg']);
  });

  it('is delivered, cleaned as all content is', () => {
    const { delivery } = compiled(parts);
    const delivered = JSON.stringify(delivery['en']?.catalogs);
    expect(delivered).toContain('fingerprint');
    expect(delivered).not.toContain('steal');
    const parsed = parseItem(itemXml(parts), 'item.xml');
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['content-removed']);
  });

  it('may stand inside the body, as the binding of 3.0.1 has it', () => {
    const inside = itemXml({ ...parts, body: parts.body + catalogs, after: '' });
    expect(readItem(inside).catalogs).toEqual(readItem(itemXml(parts)).catalogs);
    expect(readItem(inside).body).toEqual(readItem(itemXml(parts)).body);
  });

  it('is written as it was read', () => {
    const item = readItem(itemXml(parts));
    expect(readItem(writeItem(item)).catalogs).toEqual(item.catalogs);
  });

  it('leaves out files that another scheme would fetch', () => {
    const hostile = catalogs.replace('hash.mp3', 'javascript:steal()');
    const item = readItem(itemXml({ ...parts, after: hostile }));
    expect(JSON.stringify(item.catalogs)).not.toContain('javascript');
  });

  it('reports a catalogue without its name', () => {
    const problems = (xml: string): string[] => {
      const parsed = parseItem(xml, 'item.xml');
      return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
    };
    expect(
      problems(
        itemXml({ ...parts, after: catalogs.replace('<qti-catalog id="c1">', '<qti-catalog>') }),
      ),
    ).toEqual(['missing-attribute: id is missing']);
  });
});
