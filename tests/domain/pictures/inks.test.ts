import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inked, inkOf, themeValue } from '@/app/pictures/inks'

test('every colour that a chart or a picture names has its value in a picture', () => {
  const files = ['components/charts', 'components/pictures'].flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))
  const named = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/(?<![\w-])(?:fill|stroke)-[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name))
  // Attributes of React are written in another way: strokeWidth, fillOpacity.
  expect(new Set(named).size).toBeGreaterThan(15)
  expect([...new Set(named)].filter(name => inkOf(name) === null)).toEqual([])
})

test('a picture is light: its paper is that of the first block of the theme, not of the dark one', () => {
  expect(themeValue('color-paper')).toBe('#faf8f4')
  expect(inkOf('fill-paper')).toEqual({ attribute: 'fill', value: '#faf8f4' })
  expect(inkOf('stroke-nothing-we-know')).toBeNull()
})

test('classes become attributes, and those of the layout go', () => {
  expect(inked('<path class="fill-none stroke-ink mt-3" d="M0 0"></path>'))
    .toBe(`<path fill="none" stroke="${themeValue('color-ink')}" d="M0 0"></path>`)
})
