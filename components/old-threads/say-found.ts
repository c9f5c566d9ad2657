import { intervalOfDays } from '@/domain/case/interval'
import type { EventType, Outcome, Process, Proof, Reason, RestrictedScope } from '@/domain/codes'
import type { Found } from '@/domain/thread-import/said/found'
import type { Words } from '@/messages/words'
import { nameOfEvent, nameOfOutcome } from '../cases/event-words'
import { codeNames } from '../cases/facts'
import { sayWait, sayWhen } from '../say/time'

/** One thing that was read, in words: 接到审核电话：30 分钟内. */
export function sayFound({ field, value }: Found, process: Process, words: Words): string {
  const { codes, cases, oldThreads, time } = words
  const [step = '', first = '', last = ''] = value.split('/')
  switch (field) {
    case 'wait': return oldThreads.stepAnd(nameOfStep(step, process, words), sayWait([Number(first), Number(last)], time))
    case 'date': return oldThreads.stepAnd(nameOfStep(step, process, words), sayWhen(intervalOfDays(first, last)!, time))
    case 'outcome': return nameOfOutcome(value as Outcome, process, words)
    case 'proof': return codes.proof[value as Proof]
    case 'reason': return codes.reason[value as Reason]
    case 'sent_back': return nameOfEvent('sent_back', process, words)
    case 'restricted': return codes.scope[value as RestrictedScope]
    case 'fee_yuan': return cases.yuan(Number(value))
    case 'orders_paid': return cases.timesPaid(Number(value))
    default: return codeNames(field, words)?.[value] ?? value
  }
}

function nameOfStep(step: string, process: Process, words: Words): string {
  return nameOfEvent(step === 'waiting' ? 'still_waiting' : step as EventType, process, words)
}
