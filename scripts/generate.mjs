// Writes the next migration of both engines from db/schema.ts: `npm run generate -- --name what_changed`
// (add `--custom` for an empty file to write by hand).
import { spawnSync } from 'node:child_process'

for (const url of ['file:data/guoshen.db', 'postgres://localhost/guoshen']) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', 'db/drizzle-kit.config.ts', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } },
  )
  if (status !== 0) process.exit(status ?? 1)
}
