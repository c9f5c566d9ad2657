import type { ReactNode } from 'react'
import { HidePanel } from '@/components/moderation/hide-panel'
import { MovePanel } from '@/components/moderation/move-panel'
import type { Audience } from '@/domain/people/audience'
import { isModerator } from '@/domain/permission'
import type { ThreadReply } from '@/domain/thread/reply'
import type { Reader } from '@/db/connection'
import { openHidings } from '@/db/moderation/hiding'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { newFormKey, type TypedDraft } from './typed-draft'

type Page = { lang: Language; words: Words; back: string; typed: TypedDraft | null }

/** What a moderator can do to each reply of a page; nothing for everybody else. */
export async function replyDesk(
  database: Reader, viewer: Audience, replies: ThreadReply[], page: Page,
): Promise<{ desk?: (reply: ThreadReply) => ReactNode }> {
  if (!isModerator(viewer)) return {}
  const hidings = await openHidings(database, 'reply', replies.map(reply => reply.id))
  return {
    desk: reply => reply.state !== 'moved' && (
      <>
        {/* What he wrote himself he deletes. */}
        {reply.state !== 'deleted' && !(viewer.kind === 'member' && reply.author === viewer.name) && (
          <HidePanel
            subject="reply" subjectId={reply.id} hidden={hidings.get(reply.id) ?? null} newKey={newFormKey} {...page}
          />
        )}
        <MovePanel replyId={reply.id} newKey={newFormKey} {...page} />
      </>
    ),
  }
}
