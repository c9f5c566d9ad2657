import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'

type Props = { former: { name: string; /** Epoch milliseconds. */ at: number }[]; words: Words }

/** The names somebody had before, and until when. */
export function FormerNames({ former, words }: Props) {
  if (former.length === 0) return null
  const { renaming: say } = words
  return (
    <p className="text-small text-soft">
      {say.before}
      {former.map(({ name, at }, nth) => <span key={nth}>{nth > 0 && say.and}<bdi>{name}</bdi> {say.until(sayDay(at))}</span>)}
    </p>
  )
}
