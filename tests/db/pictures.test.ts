import { beforeAll, expect, test } from 'vitest'
import { svgOf } from '@/app/pictures/picture-answer'
import { cardOf } from '@/app/pictures/cards'
import { sheets } from '@/app/pictures/sheets'
import { chartsIn } from '@/components/pictures/found-charts'
import { read } from '@/db/connection'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { wordsFor } from '@/messages/words'
import { createElement } from 'react'
import { Card } from '@/components/pictures/card'
import { ChartPicture } from '@/components/pictures/chart-picture'
import { useDatabase } from '../support/database'

// Pictures of the nine cases from the thread: too few for most figures.

useDatabase()
beforeAll(async () => {
  await fillEmptyDatabase(Date.UTC(2026, 10, 24))
})

const words = wordsFor('zh')

test('every page of figures answers with a sentence, in both languages, and draws nothing of 0 own cases', async () => {
  for (const [name, { ask }] of Object.entries(sheets)) {
    for (const lang of ['zh', 'en'] as const) {
      const sheet = await ask(await read(), {}, wordsFor(lang))
      expect([name, sheet?.headline.length ? 'said' : 'silent']).toEqual([name, 'said'])
      expect([name, chartsIn(sheet!.charts).filter(chart => chart.picture && !sheets[name]!.charts.includes(chart.picture.chart))]).toEqual([name, []])
    }
  }
  expect(chartsIn((await sheets.durations!.ask(await read(), {}, words))!.charts)).toEqual([])
})

test('an address that names no process of ours is not understood', async () => {
  for (const { ask } of Object.values(sheets)) expect(await ask(await read(), { process: 'quark' }, words)).toBeNull()
})

test('the card of a case carries its beads without a class; of case 999999 there is none', async () => {
  const content = await cardOf('case-1', await read(), {}, words)
  const { page, computed, ...shown } = content!
  expect([page, computed]).toEqual(['/cases/1', undefined])
  const svg = await svgOf(createElement(Card, { ...shown, dated: '过审', home: 'example/cases/1', words }))
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/)
  expect(svg).not.toContain('class=')
  expect(await cardOf('case-999999', await read(), {}, words)).toBeNull()
  expect(await cardOf('constructor', await read(), {}, words)).toBeNull()
})

test('a picture says below its drawing what the numbers in it stand for, and is as much taller', async () => {
  const shown = { headline: '变慢了', whose: '首次微信认证', weight: '120 例', chart: null, dated: '方法 1.1', home: 'example/stats/trend', words }
  const heightOf = (svg: string) => Number(/height="(\d+)"/.exec(svg)![1])
  const [bare, noted] = await Promise.all([undefined, [words.pictures.note(1, '2026 年 9 月', '名称要与主体有关'), words.pictures.note(2, '2026 年 10 月', '个人也要证明')]]
    .map(notes => svgOf(createElement(ChartPicture, { ...shown, notes }))))
  expect(noted).toContain('1　2026 年 9 月：名称要与主体有关')
  expect(noted).toContain('2　2026 年 10 月：个人也要证明')
  expect(heightOf(noted!) - heightOf(bare!)).toBe(40)
})
