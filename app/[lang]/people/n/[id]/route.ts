import { isId } from '@/domain/ids'
import { read } from '@/db/connection'
import { personById } from '@/db/people/people'
import { isLanguage, pathIn } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { plainPage } from '../../../../plain-page'
import { pageOf } from '../../[name]/person-in'

type Params = { params: Promise<{ lang: string; id: string }> }

/**
 * Somebody by number, which no renaming changes: leads on to the page under the name he has now. A name has two letters at
 * least, so that "n" is nobody's.
 */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { lang: asked, id } = await params
  const lang = isLanguage(asked) ? asked : 'zh'
  const person = isId(id) ? await personById(await read(), Number(id)) : null
  if (!person || person.leftAt !== null) return plainPage({ lang, status: 404, ...wordsFor(lang).site.notFound })
  return new Response(null, { status: 302, headers: { location: pathIn(lang, pageOf(person)), 'cache-control': 'no-store' } })
}
