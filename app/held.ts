import type { Held } from '@/components/cases/case-notices'
import type { Audience } from '@/domain/people/audience'
import { isModerator } from '@/domain/permission'
import type { Reader } from '@/db/connection'
import { openItemsAbout } from '@/db/moderation/queue/list'

/** What holds a case or a reply out of sight until a moderator has looked, for a page that shows it nevertheless. */
export async function heldNow(database: Reader, subject: 'case' | 'reply', id: number, reader: Audience): Promise<Held | null> {
  const item = (await openItemsAbout(database, subject, [id])).get(id)
  if (!item?.hold) return null
  return { hold: item.hold, edited: item.hold === 'hidden' && item.kind !== 'flags', subject, at: isModerator(reader) ? `/moderation/queue/${item.id}` : null }
}
