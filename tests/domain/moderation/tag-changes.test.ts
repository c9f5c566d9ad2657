import { expect, test } from 'vitest'
import { tagChanges } from '@/domain/moderation/tag-changes'

const joke = {
  group: 'handling', name_zh: '玩笑', name_en: 'Joke', description_zh: '说笑。', description_en: 'In jest.',
  leaves_figures: true, retired: false,
}

test('2 of 7 properties changed are named in the log with what they were and what they are', () => {
  expect(tagChanges(joke, { ...joke, name_zh: '说笑', leaves_figures: false })).toEqual({
    changed: 'name_zh leaves_figures',
    'name_zh.before': '玩笑', 'name_zh.after': '说笑', 'leaves_figures.before': 'yes', 'leaves_figures.after': 'no',
  })
})

test('an edit that changes 0 of 7 properties says nothing', () => {
  expect(tagChanges(joke, { ...joke })).toEqual({})
})
