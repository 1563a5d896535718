import { defineConfig } from 'vitest/config';

// Tests that need parts installed from Debian's packages: a browser, SimPy, a C++ compiler, Redis.
export default defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
