import type { CaseEvent } from '@/domain/case/event'
import type { EventType, Outcome, Process, Stage } from '@/domain/codes'
import type { Words } from '@/messages/words'

type Codes = Pick<Words, 'codes'>

/** What happened, with its reasons or kinds where they are told: 打回重填：名称与主体无关联. */
export function sayEvent(event: CaseEvent, process: Process, words: Words): string {
  const { codes, site } = words
  const details = [
    ...(event.reasons ?? []).map(reason => codes.reason[reason]),
    ...(event.kinds ?? []).map(kind => codes.proof[kind]),
    ...(event.scopes ?? []).map(scope => codes.scope[scope]),
  ]
  const name = nameOfEvent(event.type, process, words)
  return details.length === 0 ? name : words.cases.withDetails(name, details.join(site.listSeparator))
}

/** What a step is called in this review: a renaming is not "certified". */
export function nameOfEvent(type: EventType, process: Process, { codes }: Codes): string {
  return codes.eventIn[process]?.[type] ?? codes.event[type]
}

/** What a case of this review came to. Without a process, as among cases of several, what all of them call it. */
export function nameOfOutcome(outcome: Outcome, process: Process | undefined, { codes }: Codes): string {
  return (process && codes.outcomeIn[process]?.[outcome]) ?? codes.outcome[outcome]
}

/** What a stage of this review runs from and to: where nothing is paid, nothing runs from a payment. */
export function nameOfStage(stage: Stage, process: Process, { codes }: Codes): string {
  return codes.stageIn[process]?.[stage] ?? codes.stage[stage]
}
