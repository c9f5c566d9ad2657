import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { suspension: { reason: string; endsAt: number | null } | null; words: Words['people'] }

/** Tells a suspended person why, and until when. */
export function SuspensionNote({ suspension, words }: Props) {
  if (!suspension) return null
  const day = suspension.endsAt === null ? null : sayDay(suspension.endsAt)
  return (
    <p className="mt-4 border-l-4 border-refused py-1 pl-4"><bdi>{words.suspendedUntil(day, suspension.reason)}</bdi></p>
  )
}
