import type { Metadata } from 'next'
import { chartsIn } from '@/components/pictures/found-charts'
import { read } from '@/db/connection'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, type PageProps } from '../../../../page-words'
import { sheetOf } from '../../../../pictures/sheets'
import { wholeAddress } from '../../../../pictures/source'

type Props = PageProps<{ picture: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pictures } = languageOf(await params).words
  return { title: pictures.embedTitle, description: pictures.embedHow, robots: { index: false } }
}

/** One chart's picture, and the words of HTML that put it on another page: a link around an image, and no script. */
export default async function Embed({ params, searchParams }: Props) {
  const { picture, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const found = sheetOf(picture)
  if (!found) return missing()
  const asked = Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const sheet = await found.ask(await read(), Object.fromEntries(asked), words)
  if (!sheet) return missing()
  const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
  const [svg, png, page] = [`/charts/${picture}.svg${query}`, `/charts/${picture}.png${query}`, `${found.page}${query}`]
  const chart = chartsIn(sheet.charts).find(it => it.picture?.chart === picture)
  const alt = `${sheet.headline.replaceAll('**', '')} ${chart?.label ?? ''}`.trim()
  const { pictures } = words
  return (
    <>
      <h1 className="text-lead">{pictures.embedTitle}</h1>
      <p className="mt-1 max-w-prose">{pictures.embedHow}</p>
      <pre tabIndex={0} className="mt-3 max-w-[49rem] select-all border-y border-line py-3 text-small whitespace-pre-wrap">
        {`<a href="${escape(wholeAddress(lang, page))}"><img src="${escape(wholeAddress(lang, svg))}" width="784" alt="${escape(alt)}"></a>`}
      </pre>
      <p className="mt-2 text-small text-soft">{pictures.embedAlt}{pictures.print}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 text-small">
        <a className="lone" href={pathIn(lang, page)}>{pictures.toPage}</a>
        <a className="lone" href={pathIn(lang, png)}>PNG</a>
        <a className="lone" href={pathIn(lang, svg)}>SVG</a>
      </p>
      <img src={pathIn(lang, svg)} alt={alt} className="mt-4 h-auto w-full max-w-[49rem] border border-hair" />
    </>
  )
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}
