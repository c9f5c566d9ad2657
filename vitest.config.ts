import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { TestProjectInlineConfiguration } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')

// The engine is chosen when db/ is first imported; which database it is, useDatabase() says for each test file.
const onEngine = (name: string, scheme: string): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: ['tests/db/**/*.test.ts'],
    // Acts know who signed in by next-auth, which finds Next's modules only where they are bundled.
    server: { deps: { inline: [/next-auth/, /@auth\//, /^next\//] } },
    env: { DATABASE_URL: `${scheme}:${scheme === 'postgres' ? '//' : '/'}nowhere/call-useDatabase-first` },
    globalSetup: 'tests/support/template.ts',
  },
})

// These look at the built site from outside.
const onSite = (name: string): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    env: { DATABASE_URL: 'file:/nowhere/call-useSite-first' },
    globalSetup: 'tests/support/build.ts',
  },
})

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Real servers, real Chromium and real kills need more than the default five seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'domain', include: ['tests/domain/**/*.test.ts', 'tests/*.test.ts', 'tests/messages/**/*.test.ts'] },
      },
      onEngine('sqlite', 'file'),
      onEngine('pglite', 'pglite'),
      ...(process.env.TEST_POSTGRES_URL ? [onEngine('postgres', 'postgres')] : []),
      onSite('app'),
      onSite('browser'),
    ],
  },
})
