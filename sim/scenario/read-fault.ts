const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'the file may not be read',
};

/** Why a file could not be read, in words that follow its name. */
export function readFault(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return WORDS[code] ?? `the file cannot be read (${code})`;
}
