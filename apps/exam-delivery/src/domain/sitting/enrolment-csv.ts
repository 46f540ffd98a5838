// Reads a list of candidates. Everything wrong is told at once, each with its line and column, and nothing is
// enrolled from a list with an error: half a list enrolled is worse than none.

import { CsvError, parse } from 'csv-parse/sync';

export type EnrolmentLine = { practitionerId: string; extraMinutes: number };
export type LineError = { line: number; column: string; message: string };
export type EnrolmentList =
  | { outcome: 'list'; lines: EnrolmentLine[] }
  | { outcome: 'errors'; errors: LineError[] };

export const csvLimits = { lines: 5000, extraMinutes: 480 };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Parsed = { record: string[]; line: number };

/** `isKnown` says whether the officer may enrol this practitioner; unknown and not visible are told alike. */
export function readEnrolments(
  text: string,
  isKnown: (practitionerId: string) => boolean,
): EnrolmentList {
  const rows = readRows(text);
  if ('errors' in rows) return { outcome: 'errors', errors: rows.errors };
  const [header, ...body] = rows.rows;
  const names = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const idColumn = names.indexOf('practitionerid');
  const minutesColumn = names.indexOf('extraminutes');
  if (idColumn < 0) return failed(1, 'practitionerId', 'the first line must name this column');
  if (body.length === 0) return failed(2, 'practitionerId', 'no candidate in the list');
  if (body.length > csvLimits.lines)
    return failed(csvLimits.lines + 2, 'practitionerId', `at most ${csvLimits.lines} candidates`);

  const errors: LineError[] = [];
  const firstLine = new Map<string, number>();
  const lines: EnrolmentLine[] = [];
  for (const { record, line } of body) {
    const wrong = (column: string, message: string) => errors.push({ line, column, message });
    const practitionerId = (record[idColumn] ?? '').trim().toLowerCase();
    const before = firstLine.get(practitionerId);
    if (!uuid.test(practitionerId)) wrong('practitionerId', 'not a practitioner id');
    else if (before !== undefined) wrong('practitionerId', `already on line ${before}`);
    else if (!isKnown(practitionerId)) wrong('practitionerId', 'no such practitioner');
    firstLine.set(practitionerId, before ?? line);
    const minutes = minutesColumn < 0 ? '' : (record[minutesColumn] ?? '').trim();
    const extraMinutes = minutes === '' ? 0 : Number(minutes);
    if (!/^\d*$/.test(minutes) || extraMinutes > csvLimits.extraMinutes)
      wrong('extraMinutes', `a whole number from 0 to ${csvLimits.extraMinutes}`);
    lines.push({ practitionerId, extraMinutes });
  }
  return errors.length > 0 ? { outcome: 'errors', errors } : { outcome: 'list', lines };
}

const failed = (line: number, column: string, message: string): EnrolmentList => ({
  outcome: 'errors',
  errors: [{ line, column, message }],
});

function readRows(text: string): { rows: Parsed[] } | { errors: LineError[] } {
  const delimiter = /^[^\n]*;/.test(text) && !/^[^\n]*,/.test(text) ? ';' : ',';
  try {
    const rows: Parsed[] = [];
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], info) => {
        rows.push({ record, line: info.lines });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    return { errors: [{ line: lines ?? 1, column: '', message: csvMessage(error.code) }] };
  }
}

const csvMessage = (code: string): string =>
  code === 'CSV_QUOTE_NOT_CLOSED' || code === 'INVALID_OPENING_QUOTE'
    ? 'a quotation mark is not closed or stands inside a field'
    : 'this line cannot be read as CSV';
