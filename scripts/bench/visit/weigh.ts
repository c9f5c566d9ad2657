import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What a page weighs as it travels, with what it loads before anything is pressed: bytes of gzip at 6, and brotli at 5. */
export async function weigh(site: string, path: string): Promise<{ html: number; brotli: number; script: number; sheet: number }> {
  const html = await textAt(site + path)
  const loaded = async (pattern: RegExp) => {
    const sizes = await Promise.all([...html.matchAll(pattern)].map(async ([, address]) => gzipSync(await textAt(site + address), { level: 6 }).length))
    return sizes.reduce((a, b) => a + b, 0)
  }
  return {
    html: gzipSync(html, { level: 6 }).length,
    brotli: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
    script: await loaded(/<script [^>]*src="([^"]+)"/g),
    sheet: await loaded(/<link rel="stylesheet" href="([^"]+)"/g),
  }
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address)
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  return answer.text()
}
