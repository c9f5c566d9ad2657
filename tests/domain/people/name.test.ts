import { expect, test } from 'vitest'
import { cleanName, nameKey, nameProblem, nameSchema, nameSkeleton } from '@/domain/people/name'

const problemOf = (typed: string) => nameProblem(cleanName(typed))

test.each([
  '林小满', '梅 子', '欧阳·娜娜', 'Lin', 'lin_mei', 'Lin-2026', '小程序老兵', '阿May', 'Zoë', 'Иван', 'Ελένη', 'やまだ', 'カタカナー',
  '김철수', '张Иван', '𠮷野家', '人人', '〇〇七', 'Björk Guð', '二十个字的名字正好可以用这里数到二十个字',
])('%s is a name', name => {
  expect(problemOf(name)).toBeNull()
})

test.each([
  ['', 'name_empty'],
  ['   ', 'name_empty'],
  ['林', 'name_short'],
  ['a'.repeat(21), 'name_long'],
  ['二十一个字的名字就太长了不可以用这里数到二十一', 'name_long'],
  // Takes no ink.
  ['林\u200B小满', 'name_invisible'],
  ['ad\u200Dmin', 'name_invisible'],
  ['lin\u2060', 'name_invisible'],
  ['\uFEFFlin', 'name_invisible'],
  ['li\u00ADn', 'name_invisible'],
  ['\u3164\u3164', 'name_invisible'],
  ['\u115F\u1160', 'name_invisible'],
  ['\uFFA0\uFFA0', 'name_invisible'],
  ['\u2800\u2800', 'name_invisible'],
  ['lin\u034F', 'name_invisible'],
  ['lin\uFE0F', 'name_invisible'],
  ['lin\u{E0061}', 'name_invisible'],
  ['lin\u180E', 'name_invisible'],
  ['a\u0000b', 'name_invisible'],
  ['a\nb', 'name_invisible'],
  ['lin\uD83D', 'name_invisible'],
  // Turns the line around.
  ['\u202Enimda', 'name_invisible'],
  ['lin\u2066', 'name_invisible'],
  ['\u200Flin', 'name_invisible'],
  ['\u061Clin', 'name_invisible'],
  // Takes too much, or is no letter.
  ['Z\u0351\u0343a\u0322\u0326l\u0354\u0321g\u0338o\u0337', 'name_character'],
  ['林\u0335小满', 'name_character'],
  ['😀😀', 'name_character'],
  ['👨‍👩‍👧‍👦林', 'name_invisible'],
  ['lin😀', 'name_character'],
  ['lin!', 'name_character'],
  ['<b>lin', 'name_character'],
  ['@lin', 'name_character'],
  ['../lin', 'name_character'],
  ['lin／mei', 'name_character'],
  ['𝐚𝐝𝐦𝐢𝐧', 'name_character'],
  ['ⓐⓓⓜⓘⓝ', 'name_character'],
  ['㊙㊗', 'name_character'],
  ['مريم', 'name_character'],
  ['דוד', 'name_character'],
  ['①②', 'name_character'],
  ['٣٤٥', 'name_character'],
  // Nothing but marks, or marks at the edge.
  ['__', 'name_separators'],
  ['-·-', 'name_separators'],
  ['·林', 'name_separators'],
  ['林··满', 'name_separators'],
  // Two alphabets that share their shapes.
  ['аdmіn', 'name_mixed_scripts'],
  ['Рaul', 'name_mixed_scripts'],
  ['Νick', 'name_mixed_scripts'],
  ['Ивaн', 'name_mixed_scripts'],
])('%j is refused: %s', (typed, problem) => {
  expect(problemOf(typed)).toBe(problem)
})

test.each([
  'admin', 'Admin', 'ＡＤＭＩＮ', 'a-d-m-i-n', 'adm1n', 'adrnin', 'АДМИН', 'root', 'r00t', 'Moderator', '超级管理员',
  '管 理 员', '管理員小王', '版主本人', '官方客服', '腾讯', '微信', '微信客服小李', '过审官方', 'Guoshen Team', 'gu0shen', 'WeChat_Team', '作者',
])('%s would speak for the site and is reserved', name => {
  expect(problemOf(name)).toBe('name_reserved')
})

test.each(['微信小程序开发者', '腾云驾雾', 'Adminka', '管家', '小官', 'Rooty', '公开课', 'mei'])('%s is not reserved', name => {
  expect(problemOf(name)).toBeNull()
})

test.each([
  ['Lin', 'lin'], ['LIN', 'ｌｉｎ'], ['Straße', 'STRASSE'], ['梅子', '梅子 '], ['Zoë', 'Zoe\u0308'], ['lin', 'l\u200Bin'], ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
})

test.each([
  ['lin', 'Iin'], ['lin', '1in'], ['Lily', 'LiIy'], ['book', 'b00k'], ['modern', 'rnodern'], ['scope', 'ѕсоре'], ['BOB', 'ВОВ'],
  ['paypal', 'раураӏ'], ['人口', '人ロ'], ['工具', 'エ具'], ['力量', 'カ量'], ['夕阳', 'タ阳'], ['二狗', 'ニ狗'], ['ADMIN', 'admln'],
])('%s and %s look alike, so only one person has them', (one, other) => {
  expect(nameSkeleton(one)).toBe(nameSkeleton(other))
  expect(nameKey(one)).not.toBe(nameKey(other))
})

test.each([['lin', 'lan'], ['梅子', '楼子'], ['bob', 'bop'], ['lin_mei', 'lin-mei'], ['Иван', 'Иван2']])('%s and %s are two people', (one, other) => {
  expect(nameSkeleton(one)).not.toBe(nameSkeleton(other))
})

test('five spaces become one, full width becomes ordinary, and the letter with its mark becomes one letter', () => {
  expect(cleanName('  Ｌｉｎ　　 Me\u0301i ')).toBe('Lin Méi')
})

test('the schema gives back the clean name, or one code', () => {
  expect(nameSchema.parse(' 林　小满 ')).toBe('林 小满')
  expect(nameSchema.safeParse('a'.repeat(5_000)).error?.issues.map(issue => issue.message)).toEqual(['name_long'])
  expect(nameSchema.safeParse('版主').error?.issues.map(issue => issue.message)).toEqual(['name_reserved'])
})

test.each(['13812345678', '小林 13812345678', '11010519491231002X', '123456789012'])('%s is no public name: it holds what is never stored', name => {
  expect(nameProblem(cleanName(name))).toBe('name_personal')
})
