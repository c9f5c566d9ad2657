import { expect, test } from 'vitest'
import { attemptsOf, ordersGone, roundsGone } from '../../../domain/case/attempts'
import type { Process } from '../../../domain/codes'
import { steps, type Told } from '../figures/courses'

const results = (all: Told[], process: Process = 'certification') => attemptsOf(steps(...all), process).map(({ result }) => result)
const way = (all: Told[], process: Process = 'certification') => roundsGone(steps(...all), process)

test('sent back once and approved: 2 rounds, a refusal and a pass, 4 half steps', () => {
  const all: Told[] = ['paid', 'called', ['sent_back', 'name_generic'], '|', 'submitted', 'approved']
  expect(results(all)).toEqual(['refused', 'passed'])
  expect(way(all)).toEqual({ step: 4, end: 'approved' })
  expect(attemptsOf(steps(...all), 'certification')[0]).toMatchObject({ reasons: ['name_generic'], aboutName: true })
})

test('who waits for verdict 2 has 1 behind him and stands at step 3; sent back and nothing since is step 2', () => {
  expect(way(['paid', 'sent_back', '|', 'submitted'])).toEqual({ step: 3, end: null })
  expect(way(['paid', 'sent_back', 'still_waiting'])).toEqual({ step: 2, end: null })
  expect(way(['paid'])).toEqual({ step: 1, end: null })
})

test('giving up after a refusal is step 3, between verdicts; giving up while waiting for the first is step 2', () => {
  expect(results(['paid', 'sent_back', 'withdrawn'])).toEqual(['refused'])
  expect(way(['paid', 'sent_back', 'withdrawn'])).toEqual({ step: 3, end: 'withdrawn' })
  expect(results(['paid', 'withdrawn'])).toEqual(['left'])
  expect(way(['paid', 'withdrawn'])).toEqual({ step: 2, end: 'withdrawn' })
})

test('a failed order paid anew is round 2 of 2, and order 2 of 2', () => {
  const all: Told[] = ['paid', 'failed', '||', 'paid', 'approved']
  expect(results(all)).toEqual(['refused', 'passed'])
  expect([way(all), ordersGone(steps(...all), 'certification')]).toEqual([{ step: 4, end: 'approved' }, { step: 4, end: 'approved' }])
})

test('1 order is told and 3 are said: it passed with the third', () => {
  expect(ordersGone(steps('paid', 'approved'), 'certification', 3)).toEqual({ step: 6, end: 'approved' })
  expect(ordersGone(steps('submitted', 'approved'), 'certification')).toBeNull()
})

test('the name alone refused, after the qualification passed, is no refused round but its own end', () => {
  expect(results(['paid', 'qualification_passed', ['name_refused', 'name_brand'], 'approved'])).toEqual(['without_name'])
})

test('a filing that the platform and then the bureau refused takes 3 rounds', () => {
  const all: Told[] = ['submitted', 'platform_refused', '|', 'submitted', 'bureau_refused', '|', 'submitted', 'filed']
  expect(results(all, 'filing')).toEqual(['refused', 'refused', 'passed'])
  expect(way(all, 'filing')).toEqual({ step: 6, end: 'filed' })
})

test('a fragment and a telling that begins with round 2 say nothing of which round passed, 0 of 2', () => {
  expect(way(['name_refused'])).toBeNull()
  expect(way(['|', 'submitted', 'approved'])).toBeNull()
  expect(results(['name_refused'])).toEqual(['refused'])
})
