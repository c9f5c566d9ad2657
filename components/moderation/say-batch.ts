import type { Stage, Process } from '@/domain/codes'
import { endingsOf } from '@/domain/figures/outcomes'
import type { Batch } from '@/domain/moderation/batch'
import type { ShownValue } from '@/domain/moderation/jump'
import type { Words } from '@/messages/words'
import { sayLength, sayShare, sayShareLimits, sayWaitLimits } from '../figures/say'
import { sayDay, sayInstant } from '../say/time'

/** What the cases of a batch share, in words, without what could tell an address. */
export function sayBatch({ kind, key }: Batch, { batches: { when } }: Words): string {
  if (kind === 'account') return when.account(key)
  if (kind === 'print') return when.print()
  if (kind === 'sign_up_hour') return when.sign_up_hour(sayInstant(Number(key) * 3_600_000))
  const day = Number(key.split('-')[0])
  return when[kind](sayDay((day * 1440 - 480) * 60_000))
}

/** Which figure: a wait by the name of its stage, or the share that came to the good end. */
export function sayFigure(process: Process, stage: Stage | 'whole', { batches, codes }: Words): string {
  const name = codes.process[process]
  return stage === 'whole' ? batches.share(name, codes.ending[endingsOf[process][0]!]) : batches.half(`${name} · ${codes.stageIn[process]?.[stage] ?? codes.stage[stage]}`)
}

/** A figure's one number with its interval. */
export function sayValue(shown: ShownValue, words: Words): string {
  const { batches } = words
  if (shown.value === null) return batches.unsaid
  const [value, limits] = shown.scale === 'share'
    ? [sayShare(shown.value, words), sayShareLimits(shown, words)]
    : [sayLength(shown.value, shown.scale, words), sayWaitLimits(shown, shown.scale, words)]
  return limits ? batches.interval(value, limits) : value
}
