import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      thresholds: { lines: 100, functions: 100, statements: 100, branches: 95 },
    },
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/tapes/**/*.test.ts']),
      project('jsdom', ['test/dom/**/*.test.ts?(x)'], { environment: 'jsdom' }),
      project('happy-dom', ['test/dom/**/*.test.ts?(x)'], { environment: 'happy-dom' }),
      project('lab', ['test/lab/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('package', ['test/package/**/*.test.ts']),
      project('browser', ['test/browser/**/*.test.ts'], {
        globalSetup: 'test/browser/setup.ts',
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
