import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsFor } from '@/messages/words'
import { ask } from '../support/ask'
import { useSite } from '../support/server'
import { formOn, newKey, password, report, signIn, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

const site = useSite()
const because = '两位版主同时看到了它。'
let lin: Visitor
let mei: Visitor
let tao: Visitor
let crowd: Visitor[]

beforeAll(async () => {
  lin = await signUp(site.url, '林同时')
  mei = await signUp(site.url, '梅同时')
  tao = await signUp(site.url, '陶同时')
  crowd = await Promise.all(Array.from({ length: 20 }, (_, n) => signUp(site.url, `同时来的${n}`)))
  for (const name of ['梅同时', '陶同时']) expect((await site.run('role', name, 'moderator')).code).toBe(0)
})

describe('200 replies to one case at once', () => {
  test('are 200 answers of 303, 200 rows on 200 paths, counted 100 and 101, and each is read once', async () => {
    const id = await report(lin)
    const head = await reply(lin, id, '先说一句，大家接着说。').then(replyIn)
    const answers = await together(200, n => reply(crowd[n % 20]!, id, `第 ${n} 个人说的话。`, n % 2 ? head : ''))
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
    expect(new Set(answers.map(replyIn)).size).toBe(200)
    expect(await ask(site.databaseUrl, `select count(*) as n, count(distinct hex(path)) as paths from replies where case_id = ${id}`))
      .toEqual([{ n: 201, paths: 201 }])
    expect(await ask(site.databaseUrl, `select discussion_count, reply_count from cases where id = ${id}`))
      .toEqual([{ discussion_count: 101, reply_count: 100 }])
    const read = await readThrough(id)
    expect([read.length, new Set(read).size]).toEqual([201, 201])
  })
})

describe('agreeing at once', () => {
  test('20 people who press on, off, on and, every second one, off again leave 10 agreements', async () => {
    const id = await report(lin)
    const to = await reply(lin, id, '这一条大家都来表态。').then(replyIn)
    await together(20, async n => {
      for (const wanted of ['on', 'off', 'on', n % 2 ? 'off' : 'on']) {
        expect((await act(crowd[n]!, 'vote', `/cases/${id}`, { subject: 'reply', id: String(to), wanted })).status).toBe(303)
      }
    })
    expect(await sums('replies', 'agree_count', to, `subject = 'reply' and subject_id = ${to}`)).toEqual([{ said: 10, found: 10 }])
  })

  test('one person who presses 40 times at once, half of them off, counts 1 or 0 and never more', async () => {
    const id = await report(lin)
    const press = (n: number) => act(crowd[0]!, 'vote', `/cases/${id}`, { subject: 'case', id: String(id), wanted: n % 2 ? 'off' : 'on' })
    const answers = await together(40, press)
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
    const [count] = await sums('cases', 'agree_count', id, `subject = 'case' and subject_id = ${id}`)
    expect(count!.said).toBe(count!.found)
    expect([0, 1]).toContain(count!.said)
  })
})

describe('a reply under way while its author', () => {
  // Another writer holds the lock until the reply waits behind it, and ends what let its author in.
  const meanwhile = async (deed: string, words: string) => {
    const bo = await signUp(site.url, `正在写的${words.length}`)
    const id = await report(bo)
    const other = new Database(site.databaseUrl.slice('file:'.length))
    other.exec('begin immediate')
    const said = reply(bo, id, words)
    await new Promise(resolve => setTimeout(resolve, 1000))
    other.exec(deed.replace('BO', `(select id from people where name = '正在写的${words.length}')`))
    other.exec('commit')
    other.close()
    const answer = await said
    const stored = await ask(site.databaseUrl, `select count(*) as n from replies where case_id = ${id}`)
    return { status: answer.status, location: answer.headers.get('location') ?? '', stored }
  }

  test('is signed out elsewhere is not stored, and waits behind the sign-in', async () => {
    const { status, location, stored } = await meanwhile('delete from sessions where person_id = BO', '这句话正在路上。')
    expect([status, stored]).toEqual([303, [{ n: 0 }]])
    expect(location).toMatch(/^\/sign-in\?then=.*draft%3D/)
  })

  test('is suspended is not stored, and is told so', async () => {
    const { status, stored } = await meanwhile(
      `insert into suspensions (person_id, by_id, reason, at) select BO, id, 'x', ${Date.now()} from people where name = '梅同时'`,
      '这句话也正在路上。',
    )
    expect([status, stored]).toEqual([403, [{ n: 0 }]])
  })
})

describe('a reply against what is done to its place', () => {
  test('of 20 replies to a case that is being hidden, each is stored or comes back with its text', async () => {
    const id = await report(lin)
    const hiding = async () => { expect((await hide(mei, 'case', id)).status).toBe(303) }
    const [answers] = await Promise.all([together(20, n => reply(crowd[n]!, id, `趁它还在，说第 ${n} 句。`)), hiding()])
    await expectStoredOrGivenBack(id, answers, n => `趁它还在，说第 ${n} 句。`)
    const late = await reply(lin, id, '它已经被隐藏了。')
    expect([late.status, (await late.text()).includes('它已经被隐藏了。')]).toEqual([409, true])
  })

  test('of 20 answers to a reply that is being deleted, each stands under it or comes back with its text', async () => {
    const id = await report(lin)
    const head = await reply(lin, id, '这一条马上就会删掉。').then(replyIn)
    const words = (n: number) => `回答的第 ${n} 句话。`
    const deleting = act(lin, 'delete-reply', `/cases/${id}`, { reply: String(head) })
    const [answers, deletion] = await Promise.all([together(20, n => reply(crowd[n]!, id, words(n), head)), deleting])
    expect(deletion.status).toBe(303)
    const stored = await expectStoredOrGivenBack(id, answers, words, 1)
    expect(await ask(site.databaseUrl, `select answer_count, words from replies where id = ${head}`))
      .toEqual([{ answer_count: stored, words: '' }])
  })

  test.each(['the case', 'the reply'])('an answer typed on the page of %s to a reply that was deleted meanwhile is not lost', async page => {
    const id = await report(lin)
    const head = await reply(lin, id, '写完又觉得不必说。').then(replyIn)
    const form = { ...formOn(page === 'the case' ? `/cases/${id}` : `/replies/${head}`), case: String(id), parent: String(head) }
    await act(lin, 'delete-reply', `/cases/${id}`, { reply: String(head) })
    const again = await crowd[0]!.post('/do/reply', { ...form, words: '我打了很久的一段话。' })
    expect(again.html).toContain(wordsFor('zh').problems.parent_gone)
    expect(again.html).toMatch(/<textarea[^>]*>我打了很久的一段话。<\/textarea>/)
  })

  test('10 edits against a deletion of the same reply leave it deleted, without words or history, and none lost', async () => {
    const id = await report(lin)
    const its = await reply(lin, id, '改还是删，犹豫不决。').then(replyIn)
    const elsewhere = await signIn(site.url, '林同时')
    const words = (n: number) => `改成的第 ${n} 个样子。`
    const edit = (n: number) =>
      act(lin, 'edit-reply', `/replies/${its}/edit`, { reply: String(its), version: '1', words: words(n) })
    const deleting = act(elsewhere, 'delete-reply', `/cases/${id}`, { reply: String(its) })
    const [edits, deletion] = await Promise.all([together(10, edit), deleting])
    expect(deletion.status).toBe(303)
    for (const [n, answer] of edits.entries()) {
      if (answer.status === 303) continue
      expect([answer.status, (await answer.text()).includes(words(n))]).toEqual([409, true])
    }
    expect(edits.filter(answer => answer.status === 303).length).toBeLessThanOrEqual(1)
    expect(await ask(site.databaseUrl, `select words, html, deleted_at > 0 as gone from replies where id = ${its}`))
      .toEqual([{ words: '', html: '', gone: 1 }])
    expect(await ask(site.databaseUrl, `select count(*) as n from reply_revisions where reply_id = ${its}`)).toEqual([{ n: 0 }])
    expect((await new Visitor(site.url).open('/search?q=个样子')).html).not.toContain('改成的第')
  })
})

describe('two moderators at once', () => {
  test('who hide one case 10 times each make 1 hiding, 1 line and 1 notice; the second hears who was first', async () => {
    const id = await report(lin)
    const answers = await together(20, n => hide(n % 2 ? mei : tao, 'case', id))
    const done = answers.filter(answer => !answer.headers.get('location')!.includes('draft='))
    expect(done).toHaveLength(1)
    expect(await ask(site.databaseUrl, `select
      (select count(*) from hidings where subject = 'case' and subject_id = ${id}) as hidings,
      (select count(*) from log_entries where act = 'hide' and case_id = ${id}) as lines,
      (select count(*) from notifications where kind = 'hidden' and case_id = ${id}) as notices
    `)).toEqual([{ hidings: 1, lines: 1, notices: 1 }])
    const meiWasFirst = answers.indexOf(done[0]!) % 2 === 1
    const toldSecond = answers[meiWasFirst ? 0 : 1]!.headers.get('location')!
    const { html } = await (meiWasFirst ? tao : mei).open(toldSecond)
    expect(html).toContain(`${meiWasFirst ? '梅同时' : '陶同时'} 已经隐藏了它`)
  })
})

describe('at once means', () => {
  test('that a session ended in the middle of 20 replies stores what it answered with 303 and keeps the rest', async () => {
    const id = await report(lin)
    const bo = await signUp(site.url, '柏走了')
    const copy = new Visitor(site.url)
    const words = (n: number) => `走之前的第 ${n} 句。`
    bo.cookies.forEach((value, name) => copy.cookies.set(name, value))
    const [answers] = await Promise.all([together(20, n => reply(copy, id, words(n))), bo.post('/do/sign-out', formOn('/'))])
    const stored = answers.filter(answer => replyIn(answer) > 0)
    const sentAway = answers.filter(answer => answer.headers.get('location')?.startsWith('/sign-in'))
    expect(stored.length + sentAway.length).toBe(20)
    const after = await reply(copy, id, '走了以后还想说的话。')
    expect([after.status, after.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/sign-in\?then=/)])
    expect(await ask(site.databaseUrl, `select count(*) as n from replies where case_id = ${id}`)).toEqual([{ n: stored.length }])
    // The same browser signs in again, and finds what it had typed.
    await copy.post('/do/sign-in', { ...formOn('/sign-in'), name: '柏走了', password, then: '/' })
    const back = await copy.open(decodeURIComponent(after.headers.get('location')!.split('then=')[1]!))
    expect(back.html).toMatch(/<textarea[^>]*>走了以后还想说的话。<\/textarea>/)
  })

  test('that a suspension in the middle of 20 replies stores those it answered with 303, and 0 that come after it', async () => {
    const id = await report(lin)
    const bo = await signUp(site.url, '柏停了')
    const [row] = await ask(site.databaseUrl, `select id from people where name = '柏停了'`)
    const suspending = () => act(mei, 'suspend', '/admin/people', { person: String(row!.id), because, days: '1' })
    const [answers, suspended] = await Promise.all([together(20, n => reply(bo, id, `被停之前的第 ${n} 句。`)), suspending()])
    expect(suspended.status).toBe(303)
    const stored = answers.filter(answer => answer.status === 303)
    expect(answers.filter(answer => answer.status === 403)).toHaveLength(20 - stored.length)
    const late = await bo.post('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: '被停以后还想说的话。' })
    expect(late.status).toBe(403)
    expect(await ask(site.databaseUrl, `select count(*) as n from replies where case_id = ${id}`)).toEqual([{ n: stored.length }])
    const link = /href="([^"]*draft=[^"]*)"/.exec(late.html)![1]!.replaceAll('&#38;', '&')
    expect((await bo.open(link)).html).toContain('被停以后还想说的话。')
  })
})

/** Presses `act` once, on a page of ours. */
function act(who: Visitor, name: string, back: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ key: newKey(), lang: 'zh', back, ...fields })
  return who.send(`/do/${name}`, { method: 'POST', body, headers: { origin: site.url } })
}

function reply(who: Visitor, id: number, words: string, parent: number | '' = ''): Promise<Response> {
  return act(who, 'reply', `/cases/${id}`, { case: String(id), parent: String(parent), words })
}

function hide(who: Visitor, subject: 'case' | 'reply', id: number): Promise<Response> {
  return act(who, 'hide', `/cases/${id}`, { subject, id: String(id), because })
}

function together<Result>(count: number, one: (n: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => one(n)))
}

/** The id of the reply that an answer leads to; 0 when it leads to none. */
function replyIn(answer: Response): number {
  return Number(/#reply-(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? 0)
}

/** Those answered with 303 are there, the others have come back as they were typed; answers how many are there. */
async function expectStoredOrGivenBack(id: number, answers: Response[], words: (n: number) => string, others = 0): Promise<number> {
  const stored = answers.filter(answer => replyIn(answer) > 0)
  expect(await ask(site.databaseUrl, `select count(*) as n from replies where case_id = ${id}`)).toEqual([{ n: stored.length + others }])
  for (const [n, answer] of answers.entries()) {
    if (replyIn(answer) > 0) continue
    const text = answer.status === 409 ? await answer.text() : (await crowd[n]!.open(answer.headers.get('location')!)).html
    expect([n, answer.status, text.includes(words(n))]).toEqual([n, answer.status, true])
  }
  return stored.length
}

function sums(table: string, column: string, id: number, votes: string) {
  const found = `(select count(*) from votes where ${votes})`
  return ask(site.databaseUrl, `select ${column} as said, ${found} as found from ${table} where id = ${id}`)
}

/** The replies of a case as a reader without JavaScript meets them, page after page. */
async function readThrough(id: number): Promise<string[]> {
  const met: string[] = []
  for (let next: string | undefined = `/cases/${id}`; next;) {
    const { html } = await new Visitor(site.url).open(next)
    met.push(...[...html.matchAll(/<article data-reply="(\d+)"/g)].map(it => it[1]!))
    next = /<a[^>]*data-more="[^"]*"[^>]*href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return met
}
