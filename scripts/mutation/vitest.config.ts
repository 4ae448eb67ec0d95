import { defineConfig } from 'vitest/config';

process.env.TZ = 'UTC';

/** The core's own tests, without the random walks: those take minutes each time, and every mutant would take them. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['protocols/core/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/properties.test.ts',
      '**/owned.test.ts',
      '**/*.walks.test.ts',
    ],
  },
});
