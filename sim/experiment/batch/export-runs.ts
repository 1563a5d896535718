import { openSync, closeSync, renameSync, rmSync, writeSync } from 'node:fs';
import { csvField } from '../csv-field.ts';
import type { ResultStore } from './result-store.ts';

/** What an export keeps in memory: letters of a table as text, and fields of a group of rows. */
const LETTERS = 1 << 20;
const FIELDS = 500_000;

/** Formats of an export; both can be read a part at a time by other programs. */
export const EXPORT_FORMATS = ['csv', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A column of the export: what it is called and the value of a run. */
interface Column {
  readonly name: string;
  readonly isNumber: boolean;
  readonly of: (
    point: number,
    replication: number,
    values: readonly (number | null)[],
  ) => string | number | null;
}

/**
 * Writes the runs of a store to a file, one row each, by replication and point: the scenario, its factors, and every
 * output. The file appears when it is whole.
 */
export async function exportRuns(of: {
  readonly store: ResultStore;
  readonly replications: number;
  readonly format: ExportFormat;
  readonly path: string;
}): Promise<void> {
  const { format, path } = of;
  const unfinished = `${path}.unfinished`;
  try {
    if (format === 'csv') writeCsv(of, unfinished);
    else await writeParquet(of, unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

interface Exported {
  readonly store: ResultStore;
  readonly replications: number;
}

function writeCsv(of: Exported, path: string): void {
  const columns = columnsOf(of.store);
  const file = openSync(path, 'w');
  try {
    let text = `${columns.map(({ name }) => csvField(name)).join(',')}\n`;
    const leading = columns.slice(0, columns.length - of.store.header.outputs.length);
    for (const { point, replication, values } of of.store.runs(of.replications)) {
      const fields = leading.map((column) => csvField(column.of(point, replication, values)));
      // Numbers need no quotes, and null joins as nothing: as if each were a field, in half the time.
      text += `${[...fields, ...(values.length > 0 ? [values.join(',')] : [])].join(',')}\n`;
      if (text.length < LETTERS) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}

async function writeParquet(of: Exported, path: string): Promise<void> {
  const { ParquetWriter, fileWriter } = await import('hyparquet-writer');
  const columns = columnsOf(of.store);
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, isNumber }) =>
        isNumber
          ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
          : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
      ),
    ],
    createdBy: `salesworks ${of.store.header.version}`,
  });
  for (const rows of groupsOf(of, columns)) {
    await writer.write({
      columnData: columns.map(({ name }, i) => ({ name, data: rows.map((row) => row[i]!) })),
      rowGroupSize: rows.length,
    });
  }
  await writer.finish();
}

function columnsOf({ header }: ResultStore): Column[] {
  const { points, outputs } = header;
  const paths = [...new Set(points.flatMap(({ factors }) => Object.keys(factors)))];
  return [
    { name: 'scenario', isNumber: false, of: (point) => points[point]!.scenario },
    { name: 'point', isNumber: true, of: (point) => point },
    { name: 'replication', isNumber: true, of: (_, replication) => replication },
    ...paths.map((path): Column => {
      const values = points.map(({ factors }) => factors[path]);
      const isNumber = values.every((value) => value === undefined || typeof value === 'number');
      const shown = values.map((value) => (value === undefined ? null : isNumber ? value : String(value)));
      return { name: path, isNumber, of: (point) => shown[point]! as string | number | null };
    }),
    ...outputs.map((id, i): Column => ({
      name: id,
      isNumber: true,
      of: (_, __, values) => values[i] ?? null,
    })),
  ];
}

/** Rows by replication and point, so many fields at a time. */
function* groupsOf(
  { store, replications }: Exported,
  columns: readonly Column[],
): Generator<(string | number | null)[][]> {
  let rows: (string | number | null)[][] = [];
  for (const { point, replication, values } of store.runs(replications)) {
    rows.push(columns.map(({ of }) => of(point, replication, values)));
    if (rows.length * columns.length < FIELDS) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
