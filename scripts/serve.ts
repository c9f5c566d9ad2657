// The running site: settings, migration, first data, server. scripts/start.mjs comes before it.
import { existsSync } from 'node:fs'
import { read, write } from '../db/connection'
import { ensureCells } from '../db/figures/cells/recount'
import { migrateDatabase } from '../db/migrate'
import { refuseClosed } from '../db/move/move'
import { offerFirstAdmin } from '../db/people/first-admin'
import { cases } from '../db/schema'
import type { Settings } from '../domain/settings'
import { version } from '../package.json'
import { followSiteName } from '../server/site-name'
import { takePort, type Site } from '../server/site'
import { endRefused, settingsOrRefuse } from './refusal'
import { keptSecret } from './secret'

const dev = process.argv.includes('--dev')

// One forgotten promise must not take the site away from everybody else.
process.on('unhandledRejection', reason => console.error(reason))

serve().catch(endRefused)

async function serve(): Promise<void> {
  const settings = settingsOrRefuse()
  const site = await takePort(settings)
  publishSettings(settings, site.port)
  await migrateDatabase(settings.DATABASE_URL, { say: console.log, version })
  await refuseClosed(settings.DATABASE_URL)
  await ensureCells(console.log)
  process.env.AUTH_SECRET ||= keptSecret(settings.DATABASE_URL)
  await fillWhenEmpty(settings)
  await sayHowToBecomeAdmin()
  // Before other threads are started: they are told by this one.
  await followSiteName()
  // The built site has Next in a thread of its own, and needs no second one here.
  const open = dev ? (await import('../server/workshop')).openWorkshop : (await import('../server/open')).openHouse
  const { answer, close } = await open({ ...settings, SITE_URL: process.env.SITE_URL! }, site)
  // @ts-expect-error plain JavaScript, since the build runs it too
  if (dev) await import('./page-script.mjs').then(it => it.watchPageScripts())
  site.open(answer)
  endOnSignal(site, close)
  const here = `http://${everywhere.includes(settings.HOST) ? 'localhost' : settings.HOST}:${site.port}`
  const elsewhere = process.env.SITE_URL === here ? '' : ` and is reached at ${process.env.SITE_URL}`
  console.log(`Guoshen ${version} listens on ${here}${elsewhere}`)
}

// Addresses of HOST under which this machine reaches itself as localhost.
const everywhere = ['0.0.0.0', '::', '127.0.0.1', 'localhost']

// The pages read the environment too; what was left out or written in another way is put there as we understood it.
function publishSettings(settings: Settings, port: number): void {
  process.env.DATABASE_URL ||= settings.DATABASE_URL
  process.env.RATE_LIMITS = settings.RATE_LIMITS ? 'on' : 'off'
  process.env.PORT = String(port)
  process.env.SITE_URL ||= `http://localhost:${port}`
}

async function fillWhenEmpty(settings: Settings): Promise<void> {
  const [anyCase] = await (await read()).select({ id: cases.id }).from(cases).limit(1)
  if (anyCase || !settings.STARTING_DATA) return
  const [program, fill] = settings.DEMONSTRATION ? ['demo', 'fillDemonstration'] : ['starting-data', 'fillEmptyDatabase']
  if (!existsSync(new URL(`./${program}.ts`, import.meta.url))) return
  const { [fill]: run } = await import(`./${program}.ts`) as Record<string, () => Promise<unknown>>
  await run?.()
}

async function sayHowToBecomeAdmin(): Promise<void> {
  const token = await write(tx => offerFirstAdmin(tx))
  if (token === null) return
  console.log(`There is no administrator yet. Sign up, then give this token at ${process.env.SITE_URL}/first-admin`)
  console.log(`within 30 minutes to become the first: ${token}`)
}

function endOnSignal(site: Site, close: () => Promise<void>): void {
  const end = async () => {
    await site.drain()
    await close()
    process.exit(0)
  }
  // Once each: a second signal ends us the ordinary way.
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
