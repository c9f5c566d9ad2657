import { expect, test } from 'vitest'
import { reasons } from '@/domain/codes'
import { startingGroups } from '@/domain/moderation/starting-tags'
import { tagSlugSchema } from '@/domain/moderation/tag-slug'
import { foldTerm } from '@/domain/moderation/term'

const tags = startingGroups.flatMap(group => group.tags)

test('a site begins with 4 groups and 26 tags, each with a slug of its own', () => {
  expect(startingGroups.map(group => group.slug)).toEqual(['verification', 'cause', 'rule_era', 'handling'])
  expect(new Set(tags.map(tag => tag.slug)).size).toBe(tags.length)
  expect(tags).toHaveLength(26)
  for (const tag of tags) expect(tagSlugSchema.safeParse(tag.slug).success, tag.slug).toBe(true)
})

test('5 tags keep a case out of the figures, all of them ways of handling it', () => {
  const leaving = startingGroups.flatMap(group => group.tags.filter(tag => tag.leavesFigures).map(tag => `${group.slug} ${tag.slug}`))
  expect(leaving).toEqual([
    'handling joke', 'handling duplicate', 'handling unverifiable', 'handling coordinated', 'handling wrong_process',
  ])
})

test('no word means 2 tags: names, slugs and synonyms are all different once folded', () => {
  const wordsOf = (tag: (typeof tags)[number]) => [tag.slug, tag.zh.name, tag.en.name, ...tag.synonyms ?? []].map(foldTerm)
  const words = tags.flatMap(tag => [...new Set(wordsOf(tag))])
  const twice = words.filter((word, at) => words.indexOf(word) !== at)
  expect(twice).toEqual([])
})

test('软件著作权 leads to 软著', () => {
  const tag = tags.find(it => it.synonyms?.includes('软件著作权'))
  expect(tag?.zh.name).toBe('软著')
})

test('of 23 tags with synonyms each has 1 or more in either language', () => {
  const withSynonyms = tags.filter(tag => tag.synonyms)
  expect(withSynonyms).toHaveLength(23)
  const isHan = (word: string) => /\p{Script=Han}/u.test(word)
  expect(withSynonyms.filter(tag => !tag.synonyms!.some(isHan) || tag.synonyms!.every(isHan)).map(tag => tag.slug)).toEqual([])
})

test('a cause that is named like a reason for sending back is one of the 17 there are', () => {
  const causes = startingGroups.find(group => group.slug === 'cause')!.tags.map(tag => tag.slug)
  const shared = causes.filter(slug => (reasons as readonly string[]).includes(slug))
  expect(reasons).toHaveLength(17)
  expect(shared).toEqual([
    'name_unrelated', 'name_generic', 'name_region', 'name_brand', 'identity_mismatch', 'unreachable', 'category_mismatch',
    'industry_licence', 'occupation_proof',
  ])
})
