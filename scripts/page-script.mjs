// The one script that pages carry: components/enhance, bundled, and named after what is in it; and the one that it sets to
// work beside a sign-up. esbuild is only asked for once it is needed: `npm test` reads this file before anything is installed.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const scripts = { page: 'components/enhance/page.ts', solver: 'components/enhance/solver/solver.ts' }
const options = {
  bundle: true,
  format: 'iife',
  // The oldest browser inside WeChat that still opens pages: iOS 13, Chromium 78.
  target: 'es2019',
  legalComments: 'none',
}

/** Where the pages look for each, by the variable that says so; once the site is built, `put` lays them there. */
export async function bundlePageScripts() {
  const { build } = await import('esbuild')
  const bundled = await Promise.all(Object.entries(scripts).map(async ([name, entry]) => {
    const { outputFiles } = await build({ ...options, entryPoints: [entry], minify: true, write: false })
    const { contents } = outputFiles[0]
    return { name, contents, file: `${name}-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.js` }
  }))
  return {
    addresses: addressesOf(Object.fromEntries(bundled.map(({ name, file }) => [name, file]))),
    put: () => {
      for (const { file, contents } of bundled) {
        mkdirSync('.next/static', { recursive: true })
        writeFileSync(join('.next/static', file), contents)
      }
    },
  }
}

/** Where the pages look for them while somebody works on the site. */
export const watchedAddresses = addressesOf({ page: 'page.js', solver: 'solver.js' })

/** Bundles them anew at every change. Called once Next has cleared the folder. */
export async function watchPageScripts() {
  const { context } = await import('esbuild')
  const watched = await context({ ...options, entryPoints: scripts, sourcemap: 'inline', outdir: '.next/dev/static' })
  await watched.watch()
}

function addressesOf({ page, solver }) {
  return { PAGE_SCRIPT: `/_next/static/${page}`, SOLVER_SCRIPT: `/_next/static/${solver}` }
}
