#!/usr/bin/env node
import process from 'node:process';
import { runCommandLine } from './command-line.ts';

// A reader that has seen enough, such as head, ends the output and nothing else.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2));
