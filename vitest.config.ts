import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**'],
    maxWorkers: '100%',
    // No test changes what another one imports: modules are loaded once for each worker, and stay compiled.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
