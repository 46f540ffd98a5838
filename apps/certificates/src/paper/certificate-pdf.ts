// The paper form of a certificate: one page, made when asked for and never stored.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { rosette } from '#libs/credentials';
import type { Scope } from '../domain/certificate/credential-draft.ts';
import type { Language, Words } from '../domain/words.ts';
import { dateInWords, PAPER_WORDS } from './words.ts';

export type Paper = {
  readonly language: Language;
  readonly holder: string;
  readonly bodyName: string;
  readonly title: Words;
  readonly scope: readonly Scope[];
  readonly schemeCode: string;
  readonly schemeVersion: number;
  readonly certificateId: string;
  readonly issued: string;
  readonly expires: string;
  readonly code: string;
  readonly digest: string;
  readonly address: string;
  readonly link: string;
};

const INK = '#1b2233';
const QUIET = '#5a6172';
const LAPIS = '#1f4fa3';
const [WIDTH, HEIGHT] = [595.28, 841.89];
const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;

// Whole TTF files: all Tajik letters are in them.
const require = createRequire(import.meta.url);
const font = (path: string): Buffer => readFileSync(require.resolve(`@expo-google-fonts/${path}`));
const FONTS = {
  text: font('golos-text/400Regular/GolosText_400Regular.ttf'),
  strong: font('golos-text/600SemiBold/GolosText_600SemiBold.ttf'),
  serif: font('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  title: font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};

type Sheet = InstanceType<typeof PDFDocument>;

export async function certificatePdf(paper: Paper): Promise<Buffer> {
  const words = PAPER_WORDS[paper.language];
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: paper.language,
    displayTitle: true,
    info: {
      Title: `${words.certificate} ${paper.certificateId}`,
      Author: paper.bodyName,
      CreationDate: new Date(`${paper.issued}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => sheet.on('end', resolve));
  for (const [name, file] of Object.entries(FONTS)) sheet.registerFont(name, file);

  drawRosette(sheet, paper.digest);
  drawHolder(sheet, paper);
  drawScope(sheet, paper);
  await drawFoot(sheet, paper);
  sheet.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawRosette(sheet: Sheet, digest: string): void {
  const size = 190;
  sheet
    .save()
    .translate((WIDTH - size) / 2, 52)
    .scale(size / 1000);
  for (const { path, part } of rosette(digest).curves) {
    sheet
      .path(path)
      .lineWidth(part === 'border' ? 2.2 : 1.8)
      .strokeOpacity(0.85)
      .stroke(LAPIS);
  }
  sheet.restore();
}

function centred(
  sheet: Sheet,
  name: keyof typeof FONTS,
  size: number,
  text: string,
  y: number,
): number {
  sheet.font(name).fontSize(size).text(text, MARGIN, y, { width: INNER, align: 'center' });
  return sheet.y;
}

function drawHolder(sheet: Sheet, paper: Paper): void {
  const words = PAPER_WORDS[paper.language];
  sheet.fillColor(QUIET);
  centred(sheet, 'text', 11, paper.bodyName, 262);
  sheet.fillColor(INK);
  centred(sheet, 'title', 30, words.certificate, 284);
  let y = centred(sheet, 'serif', 25, paper.holder, 344) + 10;
  sheet.fillColor(QUIET);
  y = centred(sheet, 'text', 11, words.holds, y) + 8;
  sheet.fillColor(INK);
  centred(sheet, 'title', 18, paper.title[paper.language], y);
  sheet.y += 18;
}

function drawScope(sheet: Sheet, paper: Paper): void {
  const words = PAPER_WORDS[paper.language];
  // What does not fit stays readable: rows shrink, and never run into the foot.
  const room = 612 - sheet.y;
  const step = Math.min(30, room / Math.max(1, paper.scope.length));
  const size = Math.max(6, Math.min(11, step * 0.42));
  let { y } = sheet;
  for (const { code, title, level, levelTitle } of paper.scope) {
    const right = `${words.level} ${level}: ${levelTitle[paper.language]}`;
    sheet
      .moveTo(MARGIN, y)
      .lineTo(WIDTH - MARGIN, y)
      .lineWidth(0.5)
      .strokeOpacity(1)
      .stroke('#c9c6bd');
    const at = y + (step - size * 1.2) / 2;
    sheet.fillColor(INK).font('strong').fontSize(size).text(code, MARGIN, at, { width: 40 });
    const options = { width: INNER - 200, height: size * 1.3, ellipsis: true };
    sheet.font('text').text(title[paper.language], MARGIN + 42, at, options);
    sheet.fillColor(QUIET).text(right, WIDTH - MARGIN - 156, at, { width: 156, align: 'right' });
    y += step;
  }
  sheet
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(0.5)
    .stroke('#c9c6bd');
}

async function drawFoot(sheet: Sheet, paper: Paper): Promise<void> {
  const words = PAPER_WORDS[paper.language];
  const qr = 92;
  const top = 636;
  const image = await QRCode.toBuffer(paper.link, {
    margin: 0,
    scale: 8,
    errorCorrectionLevel: 'M',
  });
  sheet.image(image, WIDTH - MARGIN - qr, top, { width: qr, height: qr });
  const left = INNER - qr - 28;
  const facts: [string, string][] = [
    [words.issued, dateInWords(paper.issued, paper.language)],
    [words.expires, dateInWords(paper.expires, paper.language)],
    [words.scheme, `${paper.schemeCode}, ${words.version} ${paper.schemeVersion}`],
    [words.number, paper.certificateId],
    [words.code, paper.code],
  ];
  let y = top;
  for (const [name, value] of facts) {
    sheet.fillColor(QUIET).font('text').fontSize(9).text(name, MARGIN, y, { width: 120 });
    sheet.fillColor(INK).font('strong').fontSize(9);
    sheet.text(value, MARGIN + 124, y, { width: left - 124, lineBreak: false });
    y += 18;
  }
  sheet
    .fillColor(INK)
    .font('text')
    .fontSize(9)
    .text(words.check, MARGIN, top + 104, { width: INNER });
  sheet.fillColor(LAPIS).text(paper.address, { width: INNER, link: paper.link });
  sheet
    .fillColor(QUIET)
    .fontSize(7.5)
    .text(words.rosette, MARGIN, HEIGHT - 62, { width: INNER });
}
