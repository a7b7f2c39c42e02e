import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that asserts nothing fails.
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/bench/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // One suite for both databases: SQLite, and a real PostgreSQL started for it.
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/contract/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is awaited comes when the machine has time for it; a bound that is promised stands in its test.
          expect: { requireAssertions: true, poll: { timeout: 20_000 } },
          // One browser at a time: two cores, and a person uses one page at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
