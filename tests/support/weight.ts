import { gzipSync } from 'node:zlib'

/** What a page makes a browser load before anything is pressed, in bytes as they travel (gzip); addresses as they stand. */
export type Weight = { html: number; scripts: string[]; script: number; sheets: string[]; sheet: number; preloads: string[] }

/** Weighs a page that was read from this site. */
export async function weigh(site: string, html: string): Promise<Weight> {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address]) => address!)
  const scripts = all(/<script [^>]*src="([^"]+)"/g)
  const sheets = all(/<link rel="stylesheet" href="([^"]+)"/g)
  const sum = async (addresses: string[]) => {
    const sizes = await Promise.all(addresses.map(async it => zipped(await textAt(site + it))))
    return sizes.reduce((a, b) => a + b, 0)
  }
  return {
    html: zipped(html), scripts, script: await sum(scripts), sheets, sheet: await sum(sheets),
    preloads: all(/<link [^>]*rel="(?:preload|modulepreload|prefetch)"[^>]*href="([^"]+)"/g),
  }
}

function zipped(text: string): number {
  return gzipSync(text, { level: 6 }).length
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address)
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  return answer.text()
}
