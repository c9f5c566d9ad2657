import { expect, test } from 'vitest'
import { fromSchema, type Fields } from '@/domain/fields'
import { hidingDraft, synonymsDraft, tagDraft, taggingDraft } from '@/domain/moderation/drafts'

const fields = (values: Record<string, string>): Fields => (
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))
)
const codesOf = (parsed: ReturnType<ReturnType<typeof fromSchema>>) => (
  parsed.ok ? [] : parsed.problems.map(problem => `${problem.path} ${problem.code}`)
)
const newTag = {
  tag: '', slug: 'half_told', group: 'handling', name_zh: '只说了一半', name_en: 'Half told', description_zh: '没有说完。',
  description_en: 'Not told to its end.', leaves_figures: 'on', retired: '', because: '常见，值得一个名字',
}

test('a form that only says hide has 2 things wrong with it: which, and why', () => {
  expect(codesOf(fromSchema(hidingDraft)(fields({ subject: 'reply', id: '0', because: '' })))).toEqual([
    'id not_in_list', 'because because_needed',
  ])
  expect(codesOf(fromSchema(hidingDraft)(fields({ subject: 'person', id: '3', because: '广告' })))).toEqual(['subject not_in_list'])
})

test('tagging case 412 as a joke is 1 number, 1 slug and 1 reason', () => {
  expect(fromSchema(taggingDraft)(fields({ case: '412', tag: 'joke', because: '显然是玩笑' }))).toEqual({
    ok: true, value: { case: 412, tag: 'joke', because: '显然是玩笑' },
  })
  expect(codesOf(fromSchema(taggingDraft)(fields({ case: '412', tag: '', because: '显然是玩笑' })))).toContain('tag tag_needed')
})

test('a new tag needs a slug, an old one keeps the one it has', () => {
  expect(codesOf(fromSchema(tagDraft)(fields(newTag)))).toEqual([])
  expect(codesOf(fromSchema(tagDraft)(fields({ ...newTag, slug: '玩笑' })))).toEqual(['slug tag_slug_form'])
  expect(codesOf(fromSchema(tagDraft)(fields({ ...newTag, slug: '', tag: 'joke' })))).toEqual([])
})

test('an unticked box is no, and only "on" is yes', () => {
  const marks = ['on', '', 'true', '1'].map(mark => tagDraft.parse({ ...newTag, leaves_figures: mark }).leaves_figures)
  expect(marks).toEqual([true, false, false, false])
})

test('a name of 20 characters fits and one of 21 does not', () => {
  expect(codesOf(fromSchema(tagDraft)(fields({ ...newTag, name_zh: '名'.repeat(20) })))).toEqual([])
  expect(codesOf(fromSchema(tagDraft)(fields({ ...newTag, name_zh: '名'.repeat(21) })))).toEqual(['name_zh log_line_too_long'])
})

test('4 ways to write 3 synonyms are 3 synonyms, folded', () => {
  const parsed = synonymsDraft.parse({ tag: 'software_copyright', because: '常用说法', synonyms: '软件著作权、软著证书\nＣＯＰＹＲＩＧＨＴ，软件著作权' })
  expect(parsed.synonyms).toEqual(['软件著作权', '软著证书', 'copyright'])
})

test('40 synonyms fit and 41 do not', () => {
  const many = (n: number) => ({ tag: 'joke', because: '试试', synonyms: Array.from({ length: n }, (_, i) => `词${i}`).join('\n') })
  expect(codesOf(fromSchema(synonymsDraft)(fields(many(40))))).toEqual([])
  expect(codesOf(fromSchema(synonymsDraft)(fields(many(41))))).toEqual(['synonyms too_many_synonyms'])
})
