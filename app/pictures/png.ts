import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { faceName, fontsFor } from './letters'

// A picture has some 60 kB, so that these are 8 MB at most.
const mostKept = 128
const kept = new Map<string, Uint8Array<ArrayBuffer>>()

let ready: Promise<void> | undefined

/**
 * An SVG as a PNG of `width` pixels, with our own letters: what fonts the machine has makes no difference. `key` names the
 * SVG's content; the pictures asked for last are kept.
 */
export async function pngOf(svg: string, key: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  await (ready ??= initWasm(readFileSync(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm'))))
  const png = paint(svg, width)
  kept.set(key, png)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return png
}

function paint(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const painter = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false, fontBuffers: fontsFor(svg), defaultFontFamily: faceName, serifFamily: faceName,
      sansSerifFamily: faceName,
    } as object,
  })
  const image = painter.render()
  try {
    return new Uint8Array(image.asPng())
  } finally {
    // Memory of the other side is not swept for us.
    image.free()
    painter.free()
  }
}
