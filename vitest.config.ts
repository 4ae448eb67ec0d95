import { defineConfig } from 'vitest/config';

// Set here so that the processes of the tests inherit it from their first instruction.
process.env.TZ = 'UTC';

const notOurs = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Files share what they import, which is pure: loading it for each took long. Files of servers do not: some replace a
          // module, and browsers and workers are one for each.
          isolate: false,
          // The long ones play whole protocols; a busy machine must not fail them.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...notOurs, 'test/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: notOurs,
          globalSetup: ['./test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
