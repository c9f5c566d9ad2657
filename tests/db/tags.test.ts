import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import { tagDraft, type TagDraft } from '@/domain/moderation/drafts'
import type { Member } from '@/domain/people/viewer'
import { permit, type Permitted } from '@/domain/permission'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { keepSynonyms, keepTag } from '@/db/moderation/keeping'
import { logPage } from '@/db/moderation/log-page'
import { dismissSuggestion, tagCase, untagCase } from '@/db/moderation/tagging'
import { namedTags, plantTags, suggestionsOf, tagBook, tagNamed, tagsOf } from '@/db/moderation/tags'
import { cases, logEntries, tagGroups, taggings, tags, tagSynonyms } from '@/db/schema'
import { randomFrom } from '@/domain/simulation/random'
import { useDatabase } from '../support/database'
import { somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 10, 20, 4)
let lin: Member
let mei: Member
let caseId: number

beforeAll(async () => {
  await write(plantTags)
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
})

beforeEach(async () => {
  caseId = await countedCase()
})

test('4 groups and 26 tags are planted once; planting twice adds 0 and leaves an edited name as it is', async () => {
  await write(tx => tx.update(tags).set({ nameZh: '随便说说' }).where(eq(tags.slug, 'secondhand')))
  const before = await sums()
  expect(before).toMatchObject({ groups: 4, tags: 26 })
  await write(plantTags)
  expect(await sums()).toEqual(before)
  expect((await tagNamed(await read(), 'secondhand'))?.nameZh).toBe('随便说说')
})

test('软件著作权, 软著, ＡＰＰ名称 and "  Joke " each lead to 1 tag, and 胡说 to none', async () => {
  const database = await read()
  const slugs = await Promise.all(['软件著作权', '软著', '疑似ＡＰＰ', '  Joke ', 'joke', '胡说', '%', "'"]
    .map(async word => (await tagNamed(database, word))?.slug ?? null))
  expect(slugs).toEqual(['software_copyright', 'software_copyright', 'app_like', 'joke', 'joke', null, null, null])
})

test('a counted case leaves the figures with the 1st of 2 leaving tags and is back only when both are off', async () => {
  expect(await inFigures(caseId)).toBe(true)
  await tag(caseId, 'worth_reading')
  expect(await inFigures(caseId)).toBe(true)
  await tag(caseId, 'joke')
  expect(await inFigures(caseId)).toBe(false)
  await tag(caseId, 'duplicate')
  await untag(caseId, 'joke')
  expect(await inFigures(caseId)).toBe(false)
  await untag(caseId, 'duplicate')
  expect(await inFigures(caseId)).toBe(true)
})

test('a hidden case leaves the figures, and restored it is back unless 1 leaving tag holds it', async () => {
  const hiding = { subject: 'case', subjectId: caseId, because: '含有电话', now } as const
  await write(tx => hideSubject(tx, receipt('hide'), hiding))
  expect(await inFigures(caseId)).toBe(false)
  await tag(caseId, 'joke')
  await write(tx => restoreSubject(tx, receipt('hide'), hiding))
  expect(await inFigures(caseId)).toBe(false)
  await untag(caseId, 'joke')
  expect(await inFigures(caseId)).toBe(true)
})

test('when a tag begins to leave the figures, its 2 cases leave in the same write and the 3rd stays', async () => {
  const [second, third] = [await countedCase(), await countedCase()]
  await tag(caseId, 'unverified')
  await tag(second, 'unverified')
  const edited = { ...await draftOf('unverified'), leaves_figures: true }
  expect(await keep(edited)).toEqual({ done: true, slug: 'unverified' })
  expect(await Promise.all([caseId, second, third].map(inFigures))).toEqual([false, false, true])
  await keep({ ...edited, leaves_figures: false })
  expect(await Promise.all([caseId, second, third].map(inFigures))).toEqual([true, true, true])
  const [line] = (await logPage(await read(), { act: 'keep_tag' })).entries
  expect(line?.details).toMatchObject({
    slug: 'unverified', changed: 'leaves_figures', 'leaves_figures.before': 'yes', 'leaves_figures.after': 'no',
  })
})

test('the tags of 3 cases come in 1 question, in the order of groups, and a case without any is not in it', async () => {
  const [second, third] = [await countedCase(), await countedCase()]
  for (const slug of ['answered', 'name_generic', 'verified_times']) await tag(caseId, slug)
  await tag(third, 'joke')
  const found = await tagsOf(await read(), [caseId, second, third])
  expect([...found.keys()].sort((a, b) => a - b)).toEqual([caseId, third])
  expect(found.get(caseId)?.map(it => it.slug)).toEqual(['verified_times', 'name_generic', 'answered'])
  expect((await tagsOf(await read(), [])).size).toBe(0)
})

test('of 3 suggestions 1 is accepted, 1 declined and 1 is no tag: 2 lines, and 1 is left', async () => {
  const id = await countedCase(['joke', 'unverified', 'telepathy'])
  expect(await suggestionsOf(await read(), id)).toMatchObject([
    { slug: 'joke', tag: { nameZh: '玩笑' } }, { slug: 'telepathy', tag: null }, { slug: 'unverified', tag: { nameZh: '未核实' } },
  ])
  expect(await inFigures(id)).toBe(true)
  await tag(id, 'joke')
  expect(await dismiss(id, 'unverified')).toEqual({ done: true })
  expect(await dismiss(id, 'unverified')).toEqual({ missing: 'suggestion' })
  expect((await suggestionsOf(await read(), id)).map(it => it.slug)).toEqual(['telepathy'])
  expect((await logPage(await read(), { caseId: id })).entries.map(entry => entry.act)).toEqual(['dismiss_suggestion', 'tag'])
  expect(await inFigures(id)).toBe(false)
})

test('a retired tag goes on no 2nd case and stays on the 1st; it is out of the 26 to choose from', async () => {
  const choices = await namedTags(await read(), 'zh')
  await tag(caseId, 'category_mismatch')
  await keep({ ...await draftOf('category_mismatch'), retired: true })
  const second = await countedCase()
  expect(await tag(second, 'category_mismatch')).toEqual({ missing: 'tag' })
  expect((await tagsOf(await read(), [caseId])).get(caseId)?.map(it => it.slug)).toEqual(['category_mismatch'])
  expect(await namedTags(await read(), 'zh')).toHaveLength(choices.length - 1)
  expect(await untag(caseId, 'category_mismatch')).toEqual({ done: true })
})

test('1 new tag is 1 line; its slug, its names and their synonyms belong to nobody else', async () => {
  const before = (await sums()).lines
  const half = { ...await draftOf('answered'), tag: '', slug: 'half_told', name_zh: '只说了一半', name_en: 'Half told' }
  expect(await keep(half)).toEqual({ done: true, slug: 'half_told' })
  expect((await sums()).lines).toBe(before + 1)
  expect(await keep(half)).toEqual({ taken: 'half_told', by: { zh: '只说了一半', en: 'Half told' } })
  const other = { ...half, slug: 'other', name_zh: '另一个', name_en: 'Other' }
  expect(await keep({ ...other, name_zh: '软件著作权' })).toMatchObject({ taken: '软件著作权', by: { zh: '软著' } })
  expect(await keep({ ...other, name_en: 'JOKE' })).toMatchObject({ taken: 'joke', by: { en: 'Joke' } })
  expect(await keep({ ...other, group: 'nowhere' })).toEqual({ missing: 'group' })
  expect(await keep({ ...other, tag: 'never_made', slug: '' })).toEqual({ missing: 'tag' })
  expect((await sums()).lines).toBe(before + 1)
})

test('the same edit twice is 1 line', async () => {
  const before = (await sums()).lines
  const edited = { ...await draftOf('answered'), description_zh: '讨论里已经有可靠的答案。' }
  await keep(edited)
  await keep(edited)
  expect((await sums()).lines).toBe(before + 1)
})

test('of 5 synonyms 1 is dropped and 1 added: 1 line says both, and the dropped word leads nowhere', async () => {
  const joke = (await tagNamed(await read(), 'joke'))!
  expect(joke.synonyms).toHaveLength(5)
  const synonyms = [...joke.synonyms.filter(term => term !== '段子'), '整活']
  expect(await write(tx => keepSynonyms(tx, receipt('keep_tags'), { tag: 'joke', synonyms, because: '常用说法', now })))
    .toEqual({ done: true, slug: 'joke' })
  expect((await tagNamed(await read(), '整活'))?.slug).toBe('joke')
  expect(await tagNamed(await read(), '段子')).toBeNull()
  const [line] = (await logPage(await read(), { act: 'keep_synonyms' })).entries
  expect(line?.details).toMatchObject({ slug: 'joke', added: '整活', removed: '段子' })
  const taken = await write(tx => keepSynonyms(tx, receipt('keep_tags'), { tag: 'joke', synonyms: ['软件著作权'], because: '试', now }))
  expect(taken).toMatchObject({ taken: '软件著作权', by: { zh: '软著' } })
  expect((await tagNamed(await read(), '整活'))?.slug).toBe('joke')
})

test('the book counts live cases: 2 under a tag, 1 after one is hidden', async () => {
  const second = await countedCase()
  await tag(caseId, 'identity_mismatch')
  await tag(second, 'identity_mismatch')
  expect((await tagNamed(await read(), 'identity_mismatch'))?.uses).toBe(2)
  await write(tx => hideSubject(tx, receipt('hide'), { subject: 'case', subjectId: second, because: '含有电话', now }))
  const inBook = (await tagBook(await read())).flatMap(group => group.tags).find(it => it.slug === 'identity_mismatch')
  expect(inBook).toMatchObject({ cases: 1, synonyms: ['identity mismatch', '信息不一致'] })
})

test('after 40 random acts on 3 cases, the uses of 3 tags are the live cases under each', async () => {
  const random = randomFrom('uses')
  const ids = [caseId, await countedCase(), await countedCase()]
  const slugs = ['joke', 'unverified', 'secondhand']
  for (let n = 0; n < 40; n++) {
    const [id, slug] = [random.one(ids), random.one(slugs)]
    const hiding = { subject: 'case', subjectId: id, because: '试试看', now } as const
    await random.one([
      () => tag(id, slug), () => tag(id, slug), () => untag(id, slug),
      () => write(tx => hideSubject(tx, receipt('hide'), hiding)), () => write(tx => restoreSubject(tx, receipt('hide'), hiding)),
    ])()
  }
  const database = await read()
  const under = await database.select({ tagId: taggings.tagId, state: cases.state }).from(taggings).innerJoin(cases, eq(cases.id, taggings.caseId))
  expect(under.length).toBeGreaterThan(3)
  for (const it of await database.select().from(tags)) {
    expect([it.slug, it.uses]).toEqual([it.slug, under.filter(({ tagId, state }) => tagId === it.id && state === 'live').length])
  }
})

async function countedCase(suggestedTags: string[] = []): Promise<number> {
  const reported = reportCase({
    facts: {
      process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
      name_pattern: ['coined'], proof_demanded: ['none'],
    },
    events: [{ type: 'paid' }, { type: 'called', since_previous_minutes: [0, 30] }, { type: 'approved' }],
    source: 'own',
  }, now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return write(tx => storeCase(tx, { case: reported.case, authorId: lin.id, account: lin.name, now, suggestedTags }))
}

function receipt<A extends 'tag' | 'hide' | 'keep_tags'>(act: A): Permitted<A> {
  const permission = permit(act, mei, { authorId: lin.id } as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function tag(id: number, slug: string, because = '版主的理由') {
  return write(async tx => tagCase(tx, receipt('tag'), { caseId: id, tagId: (await tagNamed(tx, slug))!.id, because, now }))
}

function untag(id: number, slug: string, because = '弄错了') {
  return write(async tx => untagCase(tx, receipt('tag'), { caseId: id, tagId: (await tagNamed(tx, slug))!.id, because, now }))
}

function dismiss(id: number, slug: string) {
  return write(tx => dismissSuggestion(tx, receipt('tag'), { caseId: id, slug, because: '读下来是认真的', now }))
}

function keep(draft: TagDraft) {
  return write(tx => keepTag(tx, receipt('keep_tags'), draft, now))
}

/** The edit form of a tag as it is opened. */
async function draftOf(slug: string): Promise<TagDraft> {
  const [row] = await (await read()).select({ tag: tags, group: tagGroups.slug }).from(tags)
    .innerJoin(tagGroups, eq(tagGroups.id, tags.groupId)).where(eq(tags.slug, slug))
  const { tag: it, group } = row!
  return tagDraft.parse({
    tag: slug, slug: '', group, name_zh: it.nameZh, name_en: it.nameEn, description_zh: it.descriptionZh,
    description_en: it.descriptionEn, leaves_figures: it.leavesFigures ? 'on' : '', retired: it.retiredAt ? 'on' : '',
    because: '讲得更清楚',
  })
}

async function inFigures(id: number) {
  const [row] = await (await read()).select({ inFigures: cases.inFigures }).from(cases).where(eq(cases.id, id))
  return row?.inFigures
}

async function sums() {
  const database = await read()
  return {
    groups: await database.$count(tagGroups), tags: await database.$count(tags), synonyms: await database.$count(tagSynonyms),
    lines: await database.$count(logEntries),
  }
}
