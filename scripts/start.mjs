// `npm start`, `npm run dev` (--dev) and `npm run demo` (--demo): everything between a fresh clone and a site that
// answers. Plain JavaScript without dependencies, since it runs before there are any.
import { fileURLToPath } from 'node:url'

const flags = process.argv.slice(2)
const dev = flags.includes('--dev')

if (isOldNode(process.versions.node)) {
  end(10, `Guoshen needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
}
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
if (flags.includes('--demo')) {
  process.env.DATABASE_URL ||= 'file:data/demo.db'
  process.env.DEMONSTRATION ||= 'on'
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
start().catch(error => end(error.exitCode ?? 1, error.exitCode ? error.message : error))

async function start() {
  const { installMissing } = await import('./install.mjs')
  await installMissing()
  if (dev) {
    const { watchedAddresses } = await import('./page-script.mjs')
    Object.assign(process.env, watchedAddresses)
  } else {
    const { buildIfChanged } = await import('./build.mjs')
    await buildIfChanged()
  }
  // From here on we are TypeScript, in this same process: a signal sent to it reaches the server.
  const { register } = await import('tsx/esm/api')
  register()
  await import('./serve.ts')
}

function isOldNode(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

function end(code, sentence) {
  console.error(sentence)
  process.exit(code)
}
