import process from 'node:process';
import { readStored } from '../experiment/replay/read-stored.ts';
import { replay, type Replay } from '../experiment/replay/replay.ts';
import { withStore } from './batch-outputs.ts';
import { interruptible } from './interruptible.ts';
import { typedCommand } from './options.ts';
import { print, wrapped } from './terminal.ts';

export interface ReplayArguments {
  readonly workers: number | undefined;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

/** Runs a stored result again and says whether it is the same. Returns the exit code: 1 if it is not. */
export async function replayAndReport(path: string, options: ReplayArguments): Promise<number> {
  const { workers, isJson, isQuiet } = options;
  return withStore(async () => {
    const stored = readStored(path);
    const { result, isInterrupted } = await interruptible(isQuiet || isJson, (signal, onProgress) =>
      replay(stored, { workers, signal, onProgress, command: typedCommand() }),
    );
    if (result === undefined || isInterrupted) {
      process.stderr.write('salesworks: stopped before everything was run again; nothing was compared\n');
      return 130;
    }
    if (isJson) print(JSON.stringify(result));
    else if (!isQuiet) print(inWords(result));
    return result.identical ? 0 : 1;
  });
}

/** Prints the checklists for publishing a result. Returns the exit code. */
export function printChecklists(path: string): Promise<number> {
  return withStore(async () => {
    const { checklistsOf } = await import('../../reports/checklists/checklist-markdown.ts');
    process.stdout.write(checklistsOf(readStored(path)));
    return 0;
  });
}

function inWords({ file, identical, difference, stored, notes }: Replay): string {
  const { version, commit, node } = stored;
  const from = [
    `version ${version}`,
    ...(commit === null ? [] : [`commit ${commit.slice(0, 12)}`]),
    ...(node === null ? [] : [`Node ${node}`]),
  ];
  const verdict = identical
    ? 'Identical: the same bytes, provenance aside.'
    : `Different, first at ${difference?.path === '' ? 'the whole' : difference?.path}: ` +
      `${shownJson(difference?.stored)} stored, ${shownJson(difference?.now)} now.`;
  return [`${file}, ${from.join(', ')}.`, ...notes.map((note) => `${upperFirst(note)}.`), verdict]
    .map((line) => wrapped(line))
    .join('\n');
}

const LONGEST_SHOWN = 60;

function shownJson(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}...` : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
