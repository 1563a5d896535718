import process from 'node:process';

/** Columns that a line may have: those of the terminal, 80 if there is none. */
export function width(): number {
  return Math.min(process.stdout.columns || 80, 120);
}

/** Text in bold, where the terminal can show it and NO_COLOR does not forbid it. */
export function bold(text: string): string {
  const isPlain = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
  return process.stdout.isTTY && !isPlain ? `\u001b[1m${text}\u001b[22m` : text;
}

export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A table with columns as wide as their widest cell, two spaces apart. Cells and titles are plain text. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, i) =>
        align === 'left' ? (cells[i] ?? '').padEnd(widths[i]!) : (cells[i] ?? '').padStart(widths[i]!),
      )
      .join('  ')
      .trimEnd();
  return [bold(line(columns.map(({ title }) => title))), ...rows.map(line)].join('\n');
}

/** Text in lines of at most `columns`, each behind an indent. */
export function wrapped(text: string, indent = '', columns = width()): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > columns) {
      lines.push(indent + current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  if (current !== '') lines.push(indent + current);
  return lines.join('\n');
}
