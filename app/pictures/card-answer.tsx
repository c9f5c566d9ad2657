import { Card, cardSize } from '@/components/pictures/card'
import { read } from '@/db/connection'
import { languageOf } from '../page-words'
import { plainPage } from '../plain-page'
import { cardOf } from './cards'
import { pictureAnswer } from './picture-answer'
import { dated, homeOf } from './source'

/** The link card of a page: /cards/<card>.png, with the question of the page. */
export async function cardAnswer(request: Request, params: { lang: string; card: string }): Promise<Response> {
  const { lang, words } = languageOf(params)
  const [, name = ''] = /^([a-z0-9-]+)\.png$/.exec(params.card) ?? []
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const content = await cardOf(name, await read(), search, words)
  const { pictures } = words
  if (!content) return plainPage({ lang, status: 404, title: pictures.badQuestion, text: pictures.notFound })
  const { page, computed, ...shown } = content
  return pictureAnswer(
    request, <Card {...shown} dated={computed ? dated(words) : words.site.name} home={homeOf(lang, page.split('?')[0]!)} words={words} />, 'png', cardSize.width,
  )
}
