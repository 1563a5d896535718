import { eventsCsv } from './events-csv.ts';
import { ocelOf } from './events-ocel.ts';
import { timelineOf } from './timeline.ts';
import type { Trace } from './trace.ts';

/** Formats in which a trace is written, and the file of each. */
export const TRACE_FILES = { csv: 'events.csv', ocel: 'events.ocel.json', chrome: 'timeline.json' } as const;
export type TraceFormat = keyof typeof TRACE_FILES;

/** The text of the files by their name, and beside them trace.json: where they come from, and what is in them. */
export function traceFiles(trace: Trace, formats: readonly TraceFormat[]): Map<string, string> {
  const files = new Map(
    formats.map((format): [string, string] => [TRACE_FILES[format], textOf(trace, format)]),
  );
  const { schema, provenance, counts, objects } = trace;
  files.set('trace.json', `${JSON.stringify({ schema, provenance, counts, objects }, null, 2)}\n`);
  return files;
}

function textOf(trace: Trace, format: TraceFormat): string {
  switch (format) {
    case 'csv':
      return eventsCsv(trace);
    case 'ocel':
      return linesOf({ ...ocelOf(trace) });
    case 'chrome':
      return linesOf({ ...timelineOf(trace) });
  }
}

/** JSON with the entries of each list on lines of their own, so that a text editor can open it too. */
function linesOf(document: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(document).map(([key, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const text = isList
      ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
