import type { CommandEntry } from '../options.ts';

export const initCommand: CommandEntry = {
  usage: 'init [dir]',
  description: 'A commented scenario to start from, with completion in editors',
  declare: (yargs) =>
    yargs.positional('dir', {
      type: 'string',
      default: '.',
      description: 'Folder for firm.yaml and its schema',
    }),
  execute: async (parsed) => {
    const { writeStarter } = await import('../write-starter.ts');
    return writeStarter(parsed['dir'] as string);
  },
};
