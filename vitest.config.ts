import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tools/closing-line-reporter.ts'

const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  maxWorkers: 3,
  globalSetup: 'test/support/temporary-folder.ts',
}

/**
 * Three projects: `unit` needs no root and ends within five minutes; `host` has what needs root (network
 * namespaces, real peers, PostgreSQL) and what alone takes long; `long` runs for as long as a real timer or
 * an hour's simulation takes.
 */
export default defineConfig({
  test: {
    reporters: [['default', { summary: false }], new ClosingLineReporter()],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{host,long}.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'host',
          include: ['test/**/*.host.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'long',
          include: ['test/**/*.long.test.ts'],
          fileParallelism: false,
          testTimeout: 3_700_000,
        },
      },
    ],
  },
})
