// The one script that pages carry: components/enhance, bundled, and named after what is in it. esbuild is only asked
// for once it is needed: `npm test` reads this file before anything is installed.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const options = {
  entryPoints: ['components/enhance/page.ts'],
  bundle: true,
  format: 'iife',
  // The oldest browser inside WeChat that still opens pages: iOS 13, Chromium 78.
  target: 'es2019',
  legalComments: 'none',
}

/** `address` is where the pages look for it; once the site is built, `put` lays it there. */
export async function bundlePageScript() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({ ...options, minify: true, write: false })
  const { contents } = outputFiles[0]
  const name = `page-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.js`
  return {
    address: `/_next/static/${name}`,
    put: () => {
      const file = join('.next/static', name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, contents)
    },
  }
}

/** Where the pages look for it while somebody works on the site. */
export const watchedAddress = '/_next/static/page.js'

/** Bundles it anew at every change. Called once Next has cleared the folder. */
export async function watchPageScript() {
  const { context } = await import('esbuild')
  const watched = await context({ ...options, sourcemap: 'inline', outfile: '.next/dev/static/page.js' })
  await watched.watch()
}
