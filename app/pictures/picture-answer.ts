import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { inked, themeValue } from './inks'
import { pngOf } from './png'

export type PictureFormat = 'svg' | 'png'

// A case may be withdrawn at any moment; those who show our pictures ask again soon.
const cacheControl = 'public, max-age=300'

/** A picture as an answer of HTTP: SVG as drawn, or PNG `width` pixels wide; 304 where the asker has it. */
export async function pictureAnswer(
  request: Request, picture: ReactElement, format: PictureFormat, width: number,
): Promise<Response> {
  const svg = await svgOf(picture)
  const hash = createHash('sha256').update(svg).digest('base64url').slice(0, 27)
  const headers = { etag: `"${hash}-${format}"`, 'cache-control': cacheControl }
  if (request.headers.get('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers })
  const type = format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png'
  const body = format === 'svg' ? svg : await pngOf(svg, hash, width)
  return new Response(body, { headers: { ...headers, 'content-type': type } })
}

/** A drawing as an SVG that travels alone: its colours and the names of its letters are written into it. */
export async function svgOf(picture: ReactElement): Promise<string> {
  // Next refuses it where it is imported at the top.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const letters = themeValue('font-song')!.replaceAll('"', '\'')
  return inked(renderToStaticMarkup(picture)).replace('<svg', `<svg font-family="${letters}"`)
}
