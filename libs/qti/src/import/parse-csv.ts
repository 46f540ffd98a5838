export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that never ends; the record is its first line only. */
  readonly open: boolean;
}

/** RFC 4180, with the separator that the first line has most of: comma, semicolon or tab. */
export function parseCsv(text: string): CsvRecord[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const separator = separatorOf(lines[0] ?? '');
  const records: CsvRecord[] = [];
  const hopeless = new Set<number>();
  for (let i = 0; i < lines.length;) {
    const record = readRecord(lines, i, separator, hopeless);
    if (record.cells.some((cell) => cell.trim() !== '')) records.push({ ...record, line: i + 1 });
    i += record.length;
  }
  return records;
}

function separatorOf(line: string): string {
  const times = (one: string): number => line.split(one).length;
  return [',', ';', '\t'].toSorted((a, b) => times(b) - times(a))[0] ?? ',';
}

/**
 * A quote without its end, or with something behind it, costs the line on which it begins. Threat: a file
 * in which each line opens one; lines from which no end was found inside a quote are kept in `hopeless`, so
 * that each is walked through once.
 */
function readRecord(
  lines: readonly string[],
  start: number,
  separator: string,
  hopeless: Set<number>,
): { cells: string[]; open: boolean; length: number } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  const broken = (upTo: number): { cells: string[]; open: boolean; length: number } => {
    for (let i = start + 1; i <= upTo; i += 1) hopeless.add(i);
    return { cells: (lines[start] ?? '').split(separator), open: true, length: 1 };
  };
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (quoted && hopeless.has(i)) return broken(i);
    for (let at = 0; at < line.length; at += 1) {
      const char = line[at] ?? '';
      if (quoted) {
        if (char !== '"') cell += char;
        else if (line[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else if (at + 1 < line.length && line[at + 1] !== separator) {
          return broken(i);
        } else quoted = false;
      } else if (char === '"' && cell === '') quoted = true;
      else if (char === separator) {
        cells.push(cell);
        cell = '';
      } else cell += char;
    }
    if (!quoted) return { cells: [...cells, cell], open: false, length: i - start + 1 };
    cell += '\n';
  }
  return broken(lines.length - 1);
}
