import { expect, test } from 'vitest'
import { durationsFigureOf } from '@/domain/figures/durations'
import type { FigureFilter } from '@/domain/figures/filter'
import { namesFigureOf } from '@/domain/figures/names'
import { outcomesFigureOf } from '@/domain/figures/outcomes'
import { softwareCopyrightFigureOf } from '@/domain/figures/software-copyright'
import { sentenceOf } from '@/components/figures/sentence'
import { nameOfStage } from '@/components/cases/event-words'
import { saySpells } from '@/components/figures/say'
import { wordsFor } from '@/messages/words'
import { many } from '../domain/figures/told'
import { days, spell, times, waits } from '../domain/statistics/spells'

const [zh, en] = [wordsFor('zh'), wordsFor('en')]
const now = Date.UTC(2026, 10, 24) / 60_000
const own: FigureFilter = { process: 'certification', layer: 'own' }
const review: FigureFilter = { process: 'code_review', layer: 'own' }

const durations = (spells: ReturnType<typeof waits>, filter = own, stage: 'first_call' | 'decision' = 'first_call') =>
  durationsFigureOf(filter, stage, spells, now)
const say = (figure: ReturnType<typeof durations>, words = zh) => sentenceOf({ kind: 'durations', figure }, words)
const rough = (n: number) => times(n, 0).map(() => spell({ wait: null, days: null }))

test('54 reported and 53 of them known too roughly are 54 and 53, not "fewer than 5"', () => {
  const figure = durations([spell(), ...rough(53)])
  expect(say(figure)).toBe('付款 → 接到电话：54 例上报，其中 53 例只知道大概时间，还说不出要多久。')
  expect(say(figure, en)).toContain('54 cases reported, 53 cases known too roughly')
  expect(say(durations(rough(2)))).toContain('2 例上报，都只知道大概时间')
  expect(say(durations(waits([5, 6])))).toContain('只有 2 例')
  expect(say(durations([]))).toContain('还没有案例')
})

test('of whole cases, names and proofs likewise: 7 reported, 3 that can be said', () => {
  const wholes = [...days(times(3, 2)), ...rough(4)].map(({ cause: _, ...it }) => ({ ...it, ending: 'approved' as const }))
  expect(sentenceOf({ kind: 'outcomes', figure: outcomesFigureOf(own, wholes, now) }, zh)).toContain('7 例上报，其中 4 例只知道大概时间')
  const told = [...many(3), ...many(4, { name_verdict: 'unknown', proof_demanded: ['unknown'] })]
  expect(sentenceOf({ kind: 'names', figure: namesFigureOf(own, told) }, zh)).toContain('7 例上报，有了答复的只有 3 例')
  const copyright = softwareCopyrightFigureOf(own, told, outcomesFigureOf(own, [], now))
  expect(sentenceOf({ kind: 'software_copyright', figure: copyright }, zh)).toContain('7 例上报，说了被要求什么证明的只有 3 例')
})

test('a code review of 12 waits since it was handed in, a certification since it was paid', () => {
  const twelve = waits(times(12, 30), { stage: 'decision' })
  expect(say(durations(twelve, review, 'decision'))).toBe('提交后，一半的人 **30 分钟内**有了结果。')
  expect(say(durations(twelve, own, 'decision'))).toBe('付款后，一半的人 **30 分钟内**有了结果。')
  expect(nameOfStage('decision', 'rename', zh)).toBe('提交 → 出结果')
  expect(nameOfStage('decision', 'renewal', zh)).toBe('付款 → 出结果')
})

test('3 rounds of 2 cases are said as such, 2 of 2 as 2 cases', () => {
  const two = waits([5, 6])
  expect(saySpells(durations(two), zh)).toBe('2 例')
  expect(saySpells(durations([...two, { ...two[0]!, round: 2 }]), zh)).toBe('3 轮，来自 2 例')
  expect(saySpells(durations([...two, { ...two[0]!, round: 2 }]), en)).toBe('3 rounds of 2 cases')
})

test('7 who wait to day 9 carry the sentence to its day 7; 4 do not, and day 2 is the last that is spoken of', () => {
  const wholes = (waiting: number) => [...days(times(37, 2)), ...days(times(waiting, 9), { cause: 0 })]
    .map(({ cause, ...it }) => ({ ...it, ending: cause ? 'approved' as const : 'waiting' as const }))
  const said = (waiting: number) => sentenceOf({ kind: 'outcomes', figure: outcomesFigureOf(review, wholes(waiting), now) }, zh)
  expect(said(7)).toBe('从提交算起，到第 7 天，**84%** 已经通过，16%仍在等。')
  expect(said(4)).toBe('从提交算起，到第 2 天，**90%** 已经通过，10%仍在等。')
})
