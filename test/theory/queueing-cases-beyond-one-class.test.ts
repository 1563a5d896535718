import { describe } from 'vitest';
import { testCasesOfFile } from './theory-suite.ts';

describe('queueing theory holds for priorities, networks and impatience', () => {
  testCasesOfFile(({ id }) => id >= 'A21');
});
