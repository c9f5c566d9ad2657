import { expect, test } from 'vitest'
import { processes } from '../../../domain/codes'
import { namedProcesses, pageOf, readFigureFilter, readStage, stagesOf } from '../../../domain/figures/filter'

test('an empty address is the certifications that people tell themselves', () => {
  expect(readFigureFilter({})).toEqual({ filter: { process: 'certification', layer: 'own' }, misread: false })
})

test('what a page writes into its address it reads again, for 5 processes and all their stages', () => {
  for (const process of processes) {
    for (const stage of stagesOf[process]) {
      const filter = { process, layer: 'all', subject: 'personal', proof: 'none' } as const
      const search = Object.fromEntries(new URL(pageOf('/stats/durations', filter, stage), 'https://site').searchParams)
      expect(readFigureFilter(search)).toEqual({ filter, misread: false })
      expect(readStage(search, process)).toBe(stage)
    }
  }
})

test('a stage alone brings the first process that has it; a process that is named stays', () => {
  expect(readFigureFilter({ stage: 'bureau' }).filter.process).toBe('filing')
  expect(readFigureFilter({ stage: 'decision' }).filter.process).toBe('certification')
  expect(readFigureFilter({ stage: 'bureau', process: 'renewal' }).filter.process).toBe('renewal')
  expect(readStage({ stage: 'bureau' }, 'renewal')).toBe('first_call')
})

test('1 word that is no code, and a process that the page has not, are said and narrow nothing', () => {
  expect(readFigureFilter({ subject: 'martian' })).toEqual({ filter: { process: 'certification', layer: 'own' }, misread: true })
  expect(readFigureFilter({ process: 'code_review' }, namedProcesses)).toMatchObject({ filter: { process: 'certification' }, misread: true })
  expect(readFigureFilter({ subject: '', layer: 'thread' })).toMatchObject({ filter: { layer: 'thread' }, misread: false })
})
