import { dayStart } from '@/domain/case/interval'
import type { Item } from '@/domain/thread-import/page/thread'
import type { Words } from '@/messages/words'
import { sayWhen } from '../say/time'

/** Which it is, by whom as a number, when, and what it answers. */
export function ItemHead({ item, words }: { item: Item; words: Words }) {
  const { oldThreads } = words
  const { kind, place, speaker, posted, likes, answers } = item
  const parts = [
    oldThreads.speaker(speaker),
    posted ? sayWhen([dayStart(posted[0]), dayStart(posted[1] + 1) - 1], words.time) : oldThreads.dateUnknown,
    ...(answers !== null ? [oldThreads.answers(answers)] : []),
    ...(likes ? [oldThreads.likes(likes)] : []),
  ]
  return (
    <h2 className="text-small">
      {oldThreads.kinds[kind]}{kind !== 'post' && ` ${place}`}
      <span className="font-normal text-soft">{parts.map(part => ` · ${part}`)}</span>
    </h2>
  )
}
