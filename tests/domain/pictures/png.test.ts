import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fontsFor } from '@/app/pictures/letters'
import { pngOf } from '@/app/pictures/png'

const svgOf = (text: string) => '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#fff"/>'
  + `<text x="10" y="44" font-size="36" font-family="serif" fill="#000">${text}</text></svg>`

const paint = async (text: string) => Buffer.from(await pngOf(svgOf(text), text, 120))

test('a picture is a PNG, 120 wide and 60 high', async () => {
  const png = await paint('过审')
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 60])
})

test('Han are drawn, each as itself: two signs differ from each other and from an empty sheet', async () => {
  const [over, review, empty] = await Promise.all(['过', '审', ' '].map(paint))
  expect(darkIn(empty!)).toBe(0)
  expect(darkIn(over!)).toBeGreaterThan(100)
  expect(darkIn(review!)).toBeGreaterThan(100)
  expect(over!.equals(review!)).toBe(false)
})

test('a text of one part of the face takes two fonts: the Latin one and that part', () => {
  expect(fontsFor('').length).toBe(1)
  expect(fontsFor('abc 26 %').length).toBe(1)
  expect(fontsFor('一').length).toBe(2)
  expect(fontsFor('一'.repeat(50)).length).toBe(2)
})

/** How many pixels are rather black, in a PNG of 8 bits a channel without interlacing. */
function darkIn(png: Buffer): number {
  const data: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), { 2: 3, 6: 4 }[png[25]!] ?? 0]
  const rows = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels)
  let dark = 0
  for (let at = 0; at < rows.length; at += channels) if (rows[at]! < 128) dark++
  return dark
}

// PNG 1.2, section 6: each row begins with the way in which it was written as differences.
function unfiltered(raw: Buffer, stride: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)]!
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i
      const left = i >= channels ? out[at - channels]! : 0
      const up = row > 0 ? out[at - stride]! : 0
      const corner = row > 0 && i >= channels ? out[at - stride - channels]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
      out[at] = raw[row * (stride + 1) + 1 + i]! + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
