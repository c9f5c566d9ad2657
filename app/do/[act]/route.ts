import { wordsFor } from '@/messages/words'
import { plainPage } from '../../plain-page'
import { acts } from '../acts'
import { actWithoutNext } from '../without-next'

// Our server finds it there, once Next has read this file: at its start (server/next/quick-acts.ts).
;(globalThis as typeof globalThis & { guoshenQuickActs?: typeof actWithoutNext }).guoshenQuickActs = actWithoutNext

/** Every change anybody makes arrives here: POST /do/<act>. */
export async function POST(request: Request, { params }: { params: Promise<{ act: string }> }): Promise<Response> {
  const { act } = await params
  const work = Object.hasOwn(acts, act) ? acts[act] : undefined
  if (!work) return plainPage({ lang: 'zh', status: 404, ...wordsFor('zh').site.notFound })
  return work(request, act)
}
