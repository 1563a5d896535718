import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { canonicalJson } from '../../scenario/canonical-json.ts';
import { StoreError } from './store-error.ts';
import { runOfLine, type StoreHeader, type StoredRun } from './stored-run.ts';

const NEW_LINE = 10;
const CHUNK = 1 << 20;

/** Where a run stands in the file. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Finished runs in a file, one line each, appended and never changed. Whatever ends the program, and whenever: a line
 * that was not written to its end is cut off when the file is opened again, every other one stays. Of runs only their
 * places in the file are kept in memory, twelve bytes each.
 */
export class ResultStore {
  readonly header: StoreHeader;
  /** Runs in the store. */
  count = 0;
  /** Whether they stand in the order of replication and point. */
  isInOrder = true;
  private readonly file: number;
  private end: number;
  private readonly keyOf: (point: number, replication: number) => string;
  /** By replication: offset and length of the line of each point; NaN where there is none. */
  private readonly offsets: Float64Array[] = [];
  private readonly lengths: Uint32Array[] = [];
  private last = -1;

  /**
   * Opens a store, or begins one. `keyOf` gives the key that the run of a point must have. Throws a StoreError if the
   * file holds something else: another experiment, another version's runs, lines that are no runs. One that is only
   * read has to be there, and is left as it is.
   */
  constructor(of: {
    readonly path: string;
    readonly header: StoreHeader;
    readonly keyOf: (point: number, replication: number) => string;
    readonly isOnlyRead?: boolean;
  }) {
    this.header = of.header;
    this.keyOf = of.keyOf;
    const isOnlyRead = of.isOnlyRead === true;
    this.file = openSync(of.path, isOnlyRead ? 'r' : existsSync(of.path) ? 'r+' : 'wx+');
    this.end = 0;
    try {
      this.read(of.path);
      if (isOnlyRead) return;
      if (this.end === 0) this.append(`${canonicalJson(of.header)}\n`);
      // What is left of a line that was not written to its end.
      ftruncateSync(this.file, this.end);
    } catch (error) {
      closeSync(this.file);
      throw error;
    }
  }

  has(point: number, replication: number): boolean {
    return !Number.isNaN(this.offsets[replication]?.[point] ?? NaN);
  }

  /** Adds a finished run. One that is there already is not written twice. */
  add(run: StoredRun): void {
    if (this.has(run.point, run.replication)) return;
    const line = `${JSON.stringify(run)}\n`;
    const offset = this.end;
    this.append(line);
    this.remember(run, { offset, length: this.end - offset - 1 });
  }

  /** The run of a point and a replication; undefined if it is not there. */
  get(point: number, replication: number): StoredRun | undefined {
    if (!this.has(point, replication)) return undefined;
    const buffer = Buffer.allocUnsafe(this.lengths[replication]![point]!);
    readSync(this.file, buffer, 0, buffer.length, this.offsets[replication]![point]!);
    return runOfLine(buffer.toString('utf8'));
  }

  /** One more than the highest number of a replication that has a run. */
  get replications(): number {
    return this.offsets.length;
  }

  /** The runs by replication and point, those of the first so many replications. */
  *runs(replications = this.offsets.length): Generator<StoredRun> {
    for (let replication = 0; replication < replications; replication++) {
      for (let point = 0; point < this.header.points.length; point++) {
        const run = this.get(point, replication);
        if (run !== undefined) yield run;
      }
    }
  }

  /** Replications of which every point is there, counted from the first. */
  get completeReplications(): number {
    const firstGap = this.offsets.findIndex((of) => of.some(Number.isNaN));
    return firstGap < 0 ? this.offsets.length : firstGap;
  }

  /** Everything is on the disk when this returns. */
  flush(): void {
    fsyncSync(this.file);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private append(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(this.file, bytes, written, bytes.length - written, this.end + written);
    }
    this.end += bytes.length;
  }

  /** Reads what is there, up to a line that was not written to its end. */
  private read(path: string): void {
    let lineNumber = 0;
    this.forEachLine((line, place) => {
      if (lineNumber++ === 0) this.checkHeader(path, line);
      else this.checkRun(`${path}:${lineNumber}:1`, line, place);
    });
  }

  private forEachLine(visit: (line: string, place: Place) => void): void {
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(this.file, chunk, 0, CHUNK, this.end + rest.length);
      if (count === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      let from = 0;
      for (let to = bytes.indexOf(NEW_LINE); to >= 0; to = bytes.indexOf(NEW_LINE, from)) {
        const offset = this.end;
        this.end += to - from + 1;
        visit(bytes.toString('utf8', from, to), { offset, length: to - from });
        from = to + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
  }

  private checkHeader(path: string, line: string): void {
    let found: Partial<StoreHeader>;
    try {
      found = JSON.parse(line) as Partial<StoreHeader>;
    } catch {
      found = {};
    }
    if (found.schema !== this.header.schema) {
      throw new StoreError(
        `${path}:1:1  is no store of runs; accepted: a first line with the schema ${this.header.schema}`,
      );
    }
    if (found.version !== this.header.version) {
      throw new StoreError(
        `${path}:1:1  version: the runs are of version ${String(found.version)}, this is ${this.header.version}; ` +
          'begin a new store with --out, or take that version',
      );
    }
    if (canonicalJson(found) !== canonicalJson(this.header)) {
      const parts = ['experiment', 'seed', 'outputs', 'points'] as const;
      const other = parts.filter((part) => canonicalJson(found[part]) !== canonicalJson(this.header[part]));
      throw new StoreError(
        `${path}:1:1  ${other.join(', ')}: the runs are of another experiment; only the number of replications may ` +
          'change from one call to the next: begin a new store with --out',
      );
    }
  }

  private checkRun(where: string, line: string, place: Place): void {
    const run = runOfLine(line);
    const isKnown = run !== undefined && run.point >= 0 && run.point < this.header.points.length;
    if (!isKnown || run.replication < 0 || run.key !== this.keyOf(run.point, run.replication)) {
      throw new StoreError(`${where}  is no run of this experiment: the file was changed by something else`);
    }
    if (!this.has(run.point, run.replication)) this.remember(run, place);
  }

  private remember({ point, replication }: StoredRun, { offset, length }: Place): void {
    const points = this.header.points.length;
    while (this.offsets.length <= replication) {
      this.offsets.push(new Float64Array(points).fill(NaN));
      this.lengths.push(new Uint32Array(points));
    }
    this.offsets[replication]![point] = offset;
    this.lengths[replication]![point] = length;
    this.count++;
    const nth = replication * points + point;
    if (nth < this.last) this.isInOrder = false;
    this.last = nth;
  }
}
