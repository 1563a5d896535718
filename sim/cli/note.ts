import process from 'node:process';

/** Tells on standard error what somebody at the terminal should know while the work goes on. */
export function noteUnless(isQuiet: boolean): (note: string) => void {
  return (note) => {
    if (!isQuiet) process.stderr.write(`salesworks: ${note}\n`);
  };
}
