import { describe, expect, test } from 'vitest'
import { nameOfEvent, nameOfOutcome, nameOfStage } from '@/components/cases/event-words'
import { checkOrder } from '@/domain/case/order'
import { belongs } from '@/domain/case/steps'
import { eventTypes, processes, type EventType } from '@/domain/codes'
import { languages } from '@/messages/languages'
import { sayProblem } from '@/messages/say-problem'
import { wordsFor } from '@/messages/words'

const approvable = processes.filter(process => belongs('approved', process))

describe('"approved"', () => {
  test.each([
    ['certification', '认证成功'], ['renewal', '年审通过'], ['rename', '改名通过'], ['code_review', '审核通过'],
  ] as const)('in a %s is 1 word, %s, for the step and for the outcome', (process, name) => {
    expect(nameOfEvent('approved', process, wordsFor('zh'))).toBe(name)
    expect(nameOfOutcome('approved', process, wordsFor('zh'))).toBe(name)
  })

  test.each(languages)('has 4 different names in 4 reviews (%s)', lang => {
    const names = approvable.map(process => nameOfEvent('approved', process, wordsFor(lang)))
    expect(new Set(names).size).toBe(4)
  })

  test.each(processes)('said twice in a %s, the problem calls it by its name there', process => {
    const steps: EventType[] = ['submitted', approvable.includes(process) ? 'approved' : 'filed', 'submitted']
    const [problem] = checkOrder(steps.map(type => ({ type, order: 1, round: 1 })), process, 30_000_000)
    expect(sayProblem(problem!, wordsFor('zh'))).toContain(`第 2 步“${nameOfEvent(steps[1]!, process, wordsFor('zh'))}”`)
  })
})

test('of 5 reviews the decision of 2 runs from the submission: nothing is paid for them', () => {
  const paid = processes.filter(process => nameOfStage('decision', process, wordsFor('zh')).startsWith('付款'))
  expect(processes.filter(process => !paid.includes(process))).toEqual(['rename', 'code_review'])
})

describe.each(languages)('The example in the form (%s)', lang => {
  test.each(processes)('of a %s is at least 3 steps that its list of steps offers', process => {
    const steps = stepsIn(wordsFor(lang).form.eventsExample[process])
    const offered = eventTypes.filter(type => belongs(type, process)).map(type => nameOfEvent(type, process, wordsFor(lang)))
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.filter(step => !offered.includes(step))).toEqual([])
  })
})

function stepsIn(example: string): string[] {
  return example.split('→').map(step => step.replace(/[（(].*[）)]/u, '').trim())
}
