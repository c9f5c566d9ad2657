import type { NextRequest } from 'next/server'
import { safeReturnPath } from '@/domain/people/return-path'
import { isLanguage, pathIn } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { addressAtProvider, answerFromProvider, offeredProviders } from '../../../auth'
import { plainPage } from '../../../plain-page'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * The way to a provider and back: /api/auth/signin/ID?then=…&lang=… and /api/auth/callback/ID. Nothing else that
 * next-auth offers here has an address; names and passwords come through the door (/do/sign-in).
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, id, ...rest] = (await params).nextauth
  const provider = offeredProviders().find(it => it.id === id)
  if (!provider || rest.length > 0) return missing()
  if (action === 'callback') return answerFromProvider(request)
  if (action !== 'signin') return missing()
  const search = request.nextUrl.searchParams
  const lang = search.get('lang') ?? ''
  const language = isLanguage(lang) ? lang : 'zh'
  // Nobody is sent to sign in by somebody else's page.
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return seeOther(pathIn(language, '/sign-in'))
  return seeOther(await addressAtProvider(provider.id, pathIn(language, safeReturnPath(search.get('then')))))
}

export function POST(): Response {
  return missing()
}

function missing(): Response {
  return plainPage({ lang: 'zh', status: 404, ...wordsFor('zh').site.notFound })
}

// A redirect made with the headers open, so that the cookies set on the way go along.
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
