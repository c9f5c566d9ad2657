import { defineConfig } from 'drizzle-kit'
import { engine } from './dialect'

// `npm run generate` runs this once for each engine, from the one schema.
export default defineConfig({
  dialect: engine === 'sqlite' ? 'sqlite' : 'postgresql',
  schema: './db/schema.ts',
  out: `./db/migrations/${engine}`,
  casing: 'snake_case',
})
