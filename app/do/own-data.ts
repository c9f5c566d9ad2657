import { read } from '@/db/connection'
import { ownData } from '@/db/people/own-data'
import { guestAct } from '../act'
import { streamOf } from '../stream'
import { giveBack, useUp } from '../limits'

/** No fields. A suspended person may: it is his own. Once a day, counted when the file is whole. */
export const takeOwnData = guestAct({ draft: () => ({ ok: true, value: null }) }, async (_, { viewer, now }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const who = `p:${viewer.id}`
  const wait = await useUp('export', who)
  if (wait) return { refused: { limited: wait } }
  const database = await read()
  return {
    sends: new Response(streamOf(orGiveBack(ownData(database, viewer, now), who)), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="guoshen-my-data.json"',
        'cache-control': 'no-store',
      },
    }),
  }
})

/** A file that broke off was none. */
async function* orGiveBack(pieces: AsyncGenerator<string>, who: string): AsyncGenerator<string> {
  let isWhole = false
  try {
    yield* pieces
    isWhole = true
  } finally {
    if (!isWhole) await giveBack('export', who)
  }
}
