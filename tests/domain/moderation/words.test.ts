import { describe, expect, test } from 'vitest'
import type { Case } from '@/domain/case/case'
import { textsOf, withTexts } from '@/domain/moderation/words/case-texts'
import { addWordsDraft, editWordDraft } from '@/domain/moderation/words/drafts'
import { findWords, readyFilter } from '@/domain/moderation/words/filter'
import { fold } from '@/domain/moderation/words/fold'
import { readPattern } from '@/domain/moderation/words/pattern'
import { mostInstructionsInAll, type WordAction, type WordKind, type WordRule } from '@/domain/moderation/words/rule'
import { sift } from '@/domain/moderation/words/sift'

const rule = (id: number, text: string, action: WordAction = 'block', kind: WordKind = 'word'): WordRule => (
  { id, kind, text, action, reason: '广告', enabled: true }
)
const foundIn = (text: string, ...rules: WordRule[]) => findWords(readyFilter(rules), text).map(({ from, to }) => text.slice(from, to))

describe('A word is found', () => {
  test.each([
    ['加微信', '请加微信聊', '加微信'],
    ['加微信', '请加\u200b微\u2060信聊', '加\u200b微\u2060信'],
    ['VX代办', '找ｖｘ代办', 'ｖｘ代办'],
    ['vx代办', '找VX代办', 'VX代办'],
    ['straße', 'STRASSE 1', 'STRASSE'],
    ['①号', '1号', '1号'],
    ['가나', '가나다', '가나'],
    ['赌博', '来赌\u0336博\u0332吧', '赌\u0336博\u0332'],
    ['赌博', '赌\u20dd\u200b\u0336博', '赌\u20dd\u200b\u0336博'],
    ['赌博', '赌\u0345博', '赌\u0345博'],
    ['赌\u0336博', '赌博', '赌博'],
    ['café', 'cafe\u0336\u0301', 'cafe\u0336\u0301'],
    ['がく', 'か\u3099く', 'か\u3099く'],
  ])('“%s” in “%s”', (word, text, found) => {
    expect(foundIn(text, rule(1, word))).toEqual([found])
  })

  test('“cas” not in “case”, nor “12” in “2012”, yet in “cas 12。” and beside Chinese', () => {
    expect(foundIn('a case of 2012', rule(1, 'cas'), rule(2, '12'))).toEqual([])
    expect(foundIn('cas 12。用cas办', rule(1, 'cas'), rule(2, '12'))).toEqual(['cas', '12', 'cas'])
  })

  test('not where the mark makes another letter, nor a single sign that was kept with a mark', () => {
    expect(foundIn('cafe かく', rule(1, 'café'), rule(2, 'がく'))).toEqual([])
    expect(foundIn('办不办', rule(1, '办\u0336'))).toEqual([])
  })

  test('with each of 3 rules that overlap, in the order of the text; one that is off finds nothing', () => {
    expect(foundIn('代办认证包过', rule(1, '代办'), rule(2, '代办认证'), rule(3, '认证包过'))).toEqual(['代办认证', '代办', '认证包过'])
    expect(foundIn('代办', { ...rule(1, '代办'), enabled: false })).toEqual([])
  })

  test('among 5,000 words by as many steps as one', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => rule(n + 1, `词${n.toString(36)}号`))
    expect(foundIn('说到词3e7号', ...many)).toEqual(['词3e7号'])
  })
})

describe('A pattern', () => {
  test('is folded as texts are: full-width brackets are signs, and ASCII keeps its meaning', () => {
    expect(foundIn('（广告）', rule(1, '（广告）', 'block', 'pattern'))).toEqual(['（广告）'])
    expect(foundIn('加 V 信: ABC', rule(1, '加.{0,3}信\\W+[a-c]+', 'block', 'pattern'))).toEqual(['加 V 信: ABC'])
    expect(foundIn('ＶＸ１２３', rule(1, 'vx\\d{3}', 'block', 'pattern'))).toEqual(['ＶＸ１２３'])
  })

  test('has no more marks than texts have, but where it would mean something else without', () => {
    expect(foundIn('去赌\u0336博', rule(1, '赌\u0336.?博\u0336', 'block', 'pattern'))).toEqual(['赌\u0336博'])
    expect(foundIn('去赌博', rule(1, '赌\u0336*博', 'block', 'pattern'), rule(2, '[\u0300-\u036f]', 'block', 'pattern'))).toEqual(['赌博'])
    expect(foundIn('博-', rule(1, '赌\u0336*博', 'block', 'pattern'), rule(2, '[\u0300-\u036f]', 'block', 'pattern'))).toEqual([])
  })

  test.each([
    ['(a', 'pattern_unreadable'], ['(a)\\1', 'pattern_unreadable'], ['(?=a)a', 'pattern_unreadable'],
    ['a*', 'pattern_too_wide'], ['(x{1,100}){1,9}', 'pattern_too_large'],
  ])('like %s is refused as %s', (text, problem) => {
    expect(readPattern(text)).toEqual({ problem })
  })

  test('that would take JavaScript for ever ends, whatever the text', () => {
    const text = `${'a'.repeat(20_000)}！`
    expect(foundIn(text, rule(1, '(a+)+$', 'block', 'pattern'), rule(2, '(a|a|aa)+b', 'block', 'pattern'))).toEqual([])
  })

  test('costs at most length × 2,000 steps, all patterns together', () => {
    expect(mostInstructionsInAll).toBe(2_000)
    const read = readPattern('(代|帮).{0,10}(办|过审)')
    expect('run' in read && read.instructions).toBeLessThan(100)
  })
})

describe('What becomes of a text', () => {
  test('a blocked word is named beside its field with the reason; nothing else matters then', () => {
    const { problems } = sift(readyFilter([rule(1, '代办')]), [{ path: 'title', text: '找代\u200b办' }, { path: 'words', text: '没有' }])
    expect(problems).toEqual([{ path: 'title', code: 'word_blocked', values: { found: '代\u200b办', reason: '广告' } }])
  })

  test('a masked word is covered sign by sign, where two overlap once, and a length stays what it was', () => {
    const filter = readyFilter([rule(1, '代办认证', 'mask'), rule(2, '认证包过', 'mask')])
    const masked = sift(filter, [{ path: 'words', text: '找代办认证包过的人' }]).masked.get('words')
    expect(masked).toBe('找＊＊＊＊＊＊的人')
  })

  test('the marks upon a masked word are covered with it', () => {
    const filter = readyFilter([rule(1, '赌博', 'mask')])
    const masked = sift(filter, [{ path: 'words', text: '去赌\u0336博\u0336吧' }]).masked.get('words')!
    expect(masked).toMatch(/^去＊+吧$/)
  })

  test('a pattern that is found thirty times is covered to the end', () => {
    const masked = sift(readyFilter([rule(1, 'a|b', 'mask', 'pattern')]), [{ path: 'words', text: `${'a甲'.repeat(120)}` }]).masked.get('words')!
    expect([...masked].length).toBe(240)
    expect(masked).not.toContain('a')
  })

  test('a word that waits is named once with its rule', () => {
    expect(sift(readyFilter([rule(7, '代办', 'queue')]), [{ path: 'words', text: '代办，代办' }]).waits).toEqual([{ rule: 7, found: '代办' }])
  })
})

describe('Of a case', () => {
  const it = {
    title: '标题', words: '正文', facts: { process: 'certification', name_shape: '〇〇记账' },
    events: [{ type: 'paid' }, { type: 'called', note: '电话' }],
  } as unknown as Case

  test('4 texts are looked at, each by its field; a note that only moved and what stayed are not looked at again', () => {
    expect(textsOf(it).map(({ path }) => path)).toEqual(['title', 'words', 'name_shape', 'events.1.note'])
    const edited = { ...it, words: '新的正文', events: [{ type: 'submitted' }, ...it.events] } as Case
    expect(textsOf(edited, it)).toEqual([{ path: 'words', text: '新的正文' }])
  })

  test('a text is put back where it was', () => {
    const put = withTexts(it, new Map([['events.1.note', '＊＊'], ['name_shape', '〇〇＊＊']]))
    expect([put.events[1]!.note, put.facts.name_shape, put.words]).toEqual(['＊＊', '〇〇＊＊', '正文'])
  })
})

describe('A form', () => {
  const form = { kind: 'word', texts: '代办\n\n 包过 \n', action: 'block', reason: '不接广告', because: '总有人发' }
  const codes = (form: object) => addWordsDraft.safeParse(form).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []

  test('has a word a line; blank ones are passed over', () => {
    expect(addWordsDraft.parse(form).texts).toEqual(['代办', '包过'])
  })

  test.each([
    [{ texts: ' ' }, 'texts word_needed'], [{ texts: '办' }, 'texts word_too_short'], [{ texts: '办\u200b' }, 'texts word_too_short'],
    [{ texts: '办'.repeat(51) }, 'texts word_too_long'], [{ reason: '' }, 'reason word_reason_needed'],
    [{ kind: 'pattern', texts: '(a' }, 'texts pattern_unreadable'], [{ texts: '词语\n'.repeat(501) }, 'texts too_many_lines'],
    [{ because: '' }, 'because because_needed'], [{ action: 'delete' }, 'action not_in_list'],
  ])('%j is refused: %s', (change, code) => {
    expect(codes({ ...form, ...change })).toEqual([code])
  })

  test('switches a rule off where the tick is not sent', () => {
    const edit = { word: '3', kind: 'word', text: '代办', action: 'mask', reason: '', because: '试试看', enabled: '' }
    expect(editWordDraft.parse(edit)).toMatchObject({ word: 3, enabled: false, reason: '' })
  })
})

test('folding keeps for each sign where it came from', () => {
  const { text, from, to } = fold('Ａ\u200bé①赌\u0336博')
  expect(text).toBe('aé1赌博')
  expect(from).toEqual([0, 2, 3, 4, 6])
  expect(to).toEqual([1, 3, 4, 6, 7])
})
