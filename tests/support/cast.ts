import { eq, inArray, max } from 'drizzle-orm'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { cases, queueItems, replies, suspensions, tagSuggestions } from '@/db/schema'
import { pages, type Persona } from '../app/permission-table'
import { pasteThread } from './old-thread'
import { formOn, keepOutcomes, report, signUp, threeSteps } from './stories'
import { Visitor } from './visitor'

const names: Record<Exclude<Persona, 'guest'>, string> = {
  member: '路人甲', author: '林作者', moderator: '梅管事', admin: '安总管', suspended: '停一停',
}

export type Cast = {
  people: Record<Persona, Visitor>
  /** Puts ids into an address of permission-table.ts. */
  at: (address: string) => string
}

/**
 * A site in which something has happened: a case that was edited, tagged and talked about, a hidden one, replies in
 * several levels, one of them edited and one hidden, somebody suspended, notices, a favourite and a draft. All through
 * the forms.
 */
export async function settle(site: string): Promise<Cast> {
  const people = { guest: new Visitor(site) } as Cast['people']
  for (const [persona, name] of Object.entries(names)) people[persona as keyof typeof names] = await signUp(site, name)
  const { author, member, moderator } = people
  await write(async tx => {
    await setRoleByName(tx, names.moderator, 'moderator')
    await setRoleByName(tx, names.admin, 'admin')
  })
  const waiting = { 'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '' }
  const told = { words: '付完钱半小时内就来电话了。\n\n- 名字没有被打回\n- 没有要软著', 'events.1.note': '说是外包公司' }
  const id = await report(author, { ...waiting, ...told })
  const hidden = await report(author, { words: '这一个会被版主隐藏起来。' })
  await author.post('/do/edit-case', {
    ...formOn(`/cases/${id}/edit`), ...threeSteps, ...waiting, ...told, case: String(id), version: '1',
    title: '名字没有被打回的一次认证',
  })
  const reply = await say(author, id, '先在这里写一条回复。', '')
  const answer = await say(member, id, '请问是上午付的款吗？', String(reply))
  await say(author, id, '是上午，十点左右。', String(answer))
  const dull = await say(member, id, '这一条会被版主隐藏起来。', '')
  await author.post('/do/edit-reply', {
    ...formOn(`/replies/${reply}/edit`), reply: String(reply), version: '1', words: '先在这里写一条回复，再改一改。',
  })
  await member.post('/do/vote', { ...formOn(`/cases/${id}`), subject: 'case', id: String(id), wanted: 'on' })
  await author.post('/do/favourite', { ...formOn(`/cases/${id}`), case: String(id), wanted: 'on' })
  const because = '读起来是在开玩笑。'
  await moderator.post('/do/tag', { ...formOn(`/cases/${id}`), case: String(id), tag: 'joke', because })
  await moderator.post('/do/hide', { ...formOn(`/cases/${hidden}`), subject: 'case', id: String(hidden), because })
  await moderator.post('/do/hide', { ...formOn(`/cases/${id}`), subject: 'reply', id: String(dull), because })
  const unfinished = { process: 'certification', title: '没写完的一个案例' }
  await author.post('/do/report-case', { ...formOn('/cases/new?process=certification'), ...unfinished })
  const [held, admin] = await Promise.all([names.suspended, names.admin].map(async it => findPersonByName(await read(), it)))
  await write(async tx => {
    await tx.insert(suspensions).values({ personId: held!.id, byId: admin!.id, reason: '先停一停', at: Date.now() })
    await tx.insert(tagSuggestions).values({ caseId: id, slug: 'unverified' })
  })
  await member.post('/do/flag', { ...formOn(`/cases/${id}/flag`), subject: 'case', id: String(id), reason: 'joke', words: '写得像段子' })
  const [item] = await (await read()).select({ id: queueItems.id }).from(queueItems)
  const [account] = await (await read()).select({ account: cases.account }).from(cases).where(eq(cases.id, id))
  const ids: Record<string, string> = {
    CASE: String(id), HIDDEN: String(hidden), REPLY: String(reply), AUTHOR: encodeURIComponent(names.author),
    KEPT: await keepOutcomes(people.guest), THREAD: (await pasteThread(people.moderator)).split('/').at(-1)!,
    ACCOUNT: account!.account,
    ITEM: String(item!.id),
  }
  const { state, version } = cases
  const rows = await (await read()).select({ state, version }).from(cases).where(inArray(cases.id, [id, hidden]))
  const happened = rows.some(row => row.state === 'hidden') && rows.some(row => row.version > 1)
  if (!happened) throw new Error('Not all of it has happened.')
  return { people, at: address => address.replace(/CASE|HIDDEN|REPLY|AUTHOR|KEPT|THREAD|ITEM|ACCOUNT/g, word => ids[word]!) }
}

/** Every page of the table with everybody who finds something of his own on it; elsewhere one stranger sees it all. */
export const pageVisits = Object.entries(pages).flatMap(([name, { at, answers }]) => {
  const may = (['guest', 'author', 'moderator'] as const).filter(it => answers[it] === 'shown')
  const differs = /^\/(me|admin|moderation|cases\/\[|replies\/)/.test(name)
  const visitors: readonly Persona[] = may.length === 0 ? ['guest'] : differs ? may : may.slice(0, 1)
  return visitors.map(as => [name, as, at] as const)
})

async function say(visitor: Visitor, caseId: number, words: string, parent: string): Promise<number> {
  await visitor.post('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent, words })
  const [row] = await (await read()).select({ id: max(replies.id) }).from(replies).where(eq(replies.caseId, caseId))
  return row!.id!
}
