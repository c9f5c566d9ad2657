import { chartsIn, type ChartProps } from '@/components/pictures/found-charts'
import { ChartPicture } from '@/components/pictures/chart-picture'
import { read } from '@/db/connection'
import { languageOf } from '../page-words'
import { pictureAnswer, type PictureFormat } from './picture-answer'
import { sheetOf, type Sheet } from './sheets'
import { dated, homeOf } from './source'
import { plainPage } from '../plain-page'

// Twice the units of the drawing, for screens and paper that show more.
const pixels = 1568

/** The picture of one chart: /charts/<chart>.svg or .png, with the question of the page it stands on. */
export async function chartAnswer(request: Request, params: { lang: string; picture: string }): Promise<Response> {
  const { picture } = params
  const { lang, words } = languageOf(params)
  const [, name = '', format] = /^([a-z-]+)\.(svg|png)$/.exec(picture) ?? []
  const found = sheetOf(name)
  const { pictures, site } = words
  if (!found) return plainPage({ lang, status: 404, title: pictures.badQuestion, text: pictures.notFound })
  const search = new URL(request.url).searchParams
  const sheet = await found.ask(await read(), Object.fromEntries(search), words)
  if (!sheet) return plainPage({ lang, status: 400, title: pictures.badQuestion, text: pictures.notUnderstood })
  const chart = chartsIn(sheet.charts).find(chart => chart.picture?.chart === name) ?? null
  return pictureAnswer(request, (
    <ChartPicture
      whose={sheet.whose} {...saidOf(sheet, chart, found.charts[0] === name)} chart={chart} notes={sheet.notes} dated={dated(words)} home={`${site.name} ${homeOf(lang, found.page)}`} words={words}
    />
  ), format as PictureFormat, pixels)
}

/** The first chart of a page draws its finding; what the others find their titles say, and of how many they say themselves. */
function saidOf(sheet: Sheet, chart: ChartProps | null, isLead: boolean) {
  if (isLead || !chart) return { headline: sheet.headline, weight: sheet.weight }
  return { headline: chart.title, weight: sheet.layer }
}
