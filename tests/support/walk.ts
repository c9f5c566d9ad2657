import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningSite } from './server'
import { formOn, newKey, report, signUp, threeSteps } from './stories'
import { Visitor, type Page } from './visitor'

/** What three people met on their way through a site: a name for each thing seen, and what it said. */
export type Walk = Map<string, string>

/** One walk through a whole site that has its starting data: everything people and operators do, once. */
export async function walkThrough(site: RunningSite): Promise<Walk> {
  const walk: Walk = new Map()
  let commands = 1
  const see = (name: string, { status, html }: Page) => { walk.set(name, `${status} ${textOf(html)}`) }
  const command = async (name: string, ...args: string[]) => {
    const { code, said } = await site.run(name, ...args)
    walk.set(`command ${commands++}: ${name}`, `${code} ${plain(said.replaceAll(site.folder, ''))}`)
  }

  const [lin, bo, mei] = [await signUp(site.url, '林两边'), await signUp(site.url, '柏两边'), await signUp(site.url, '梅两边')]
  see('a name that is taken', await new Visitor(site.url).post('/do/sign-up', {
    ...formOn('/sign-up'), name: '林两边', password: '另一个人的很长的密码', then: '/', via: '',
  }))
  await command('role', '梅两边', 'moderator')
  await command('role', '谁也不是', 'moderator')

  const id = await report(lin, { words: '**软著**先不要，付款后 30 分钟内来电话。', title: '个人主体的一次认证' })
  see('reported', await lin.open(`/cases/${id}`))
  const edit = { ...formOn(`/cases/${id}/edit`), ...threeSteps, case: String(id), version: '1' }
  see('edited', await lin.post('/do/edit-case', { ...edit, words: '软著后来还是要了，年审也问过。' }))
  see('edited from an older version', await lin.post('/do/edit-case', { ...edit, key: newKey(), words: '又一个版本。' }))
  see('history', await bo.open(`/cases/${id}/history`))

  const reply = async (who: Visitor, parent: number | '', words: string) => {
    const page = await who.post('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: String(parent), words })
    return Number(/#reply-(\d+)/.exec(page.url)?.[1] ?? /\/replies\/(\d+)/.exec(page.url)?.[1])
  }
  const first = await reply(bo, '', '请问是上午付的款，还是下午？')
  const second = await reply(lin, first, '上午十点，**年审**也是那时候。')
  const third = await reply(bo, second, '谢谢，我等了两个小时。')
  const other = await reply(mei, '', '另起一个讨论：审核 API 的时候呢？')
  see('an answer without words', await bo.post('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: '' }))
  for (const [subject, to] of [['case', id], ['reply', other], ['reply', third]] as const) {
    const vote = { ...formOn(`/cases/${id}`), subject, id: String(to), wanted: 'on' }
    await lin.post('/do/vote', vote)
    await bo.post('/do/vote', { ...vote, key: newKey() })
    await bo.post('/do/vote', { ...vote, key: newKey(), wanted: subject === 'case' ? 'on' : 'off' })
  }
  await bo.post('/do/favourite', { ...formOn(`/cases/${id}`), case: String(id), wanted: 'on' })
  see('edited reply', await bo.post('/do/edit-reply', { ...formOn(`/replies/${third}/edit`), reply: String(third), version: '1', words: '谢谢，我等了三个小时。' }))
  see('deleted reply', await lin.post('/do/delete-reply', { ...formOn(`/cases/${id}`), reply: String(second) }))
  for (const sort of ['oldest', 'newest', 'most_agreed']) see(`thread, ${sort}`, await bo.open(`/cases/${id}?sort=${sort}`))
  for (const path of ['', '/history']) see(`a reply${path}`, await bo.open(`/replies/${third}${path}`))

  const because = '只是为了走一遍流程。'
  const tag = { case: String(id), tag: 'joke', because }
  see('tagged', await mei.post('/do/tag', { ...formOn(`/cases/${id}`), ...tag }))
  see('tagged again', await mei.post('/do/tag', { ...formOn(`/cases/${id}`), ...tag }))
  see('tagged by nobody in charge', await bo.post('/do/tag', { ...formOn(`/cases/${id}`), ...tag }))
  see('hidden', await mei.post('/do/hide', { ...formOn(`/cases/${id}`), subject: 'reply', id: String(other), because }))
  see('restored', await mei.post('/do/restore', { ...formOn(`/cases/${id}`), subject: 'reply', id: String(other), because }))
  await mei.post('/do/keep-tag', {
    ...formOn('/moderation/tags'), tag: '', slug: 'two-engines', group: 'handling', name_zh: '两边', name_en: 'Both',
    description_zh: '两边都一样。', description_en: 'The same on both.', leaves_figures: '', retired: '', because,
  })
  see('drafts', await lin.post('/do/keep-draft', { ...formOn('/cases/new?process=filing'), act: 'report-case', process: 'filing', words: '先记在这里。' }))

  const file = join(site.folder, 'in.ndjson')
  writeFileSync(file, `${ownCases(12)}{"ref": "bad"}\n`)
  await command('import', file, '--all-or-nothing')
  await command('import', file)
  await command('import', file)
  await command('export', join(site.folder, 'out.ndjson'))
  walk.set('exported', plain(readFileSync(join(site.folder, 'out.ndjson'), 'utf8')))
  await command('export')

  for (const path of pagesForAll(id)) for (const lang of ['', '/en']) see(lang + path, await new Visitor(site.url).open(lang + path))
  for (const path of ['/me', '/me/cases', '/me/drafts', '/me/favourites', '/me/notifications', '/me/sessions']) {
    for (const [name, who] of [['Lin', lin], ['Bo', bo]] as const) see(`${path} of ${name}`, await who.open(path))
  }
  for (const path of answersForAll(id)) {
    const answer = await fetch(`${site.url}/api/v1${path}`)
    walk.set(`/api/v1${path}`, `${answer.status} ${plain(await answer.text())}`)
  }
  see('suspended', await mei.post('/do/suspend', { ...formOn('/admin/people'), person: await idOf(mei, '柏两边'), because, days: '7' }))
  see('said while suspended', await bo.post('/do/reply', { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: '还想说一句话。' }))
  see('withdrawn', await lin.post('/do/withdraw-case', { ...formOn(`/cases/${id}`), case: String(id) }))
  see('signed out', await lin.post('/do/sign-out', formOn('/')))
  see('the log in the end', await lin.open('/moderation'))
  return walk
}

const pagesForAll = (id: number) => [
  '/', '/cases', '/cases?sort=active', '/cases?sort=agreed', '/cases?process=certification&subject=personal',
  '/cases?category=tool&outcome=passed', '/cases?pattern=coined', '/cases?proof=none', '/cases?tag=joke', '/cases?month=2026-11',
  '/cases?layer=thread', `/cases/${id}`, '/people/林两边', '/moderation', '/moderation?act=tag', '/moderation/tags', '/tags/joke', '/rules', '/data',
  '/search?q=软著', '/search?q=年审', '/search?q=30', '/search?q=api', '/search?q=审', '/search?q="认证 OR" NEAR(*', '/cases/new?process=certification',
  '/stats', '/stats?layer=all', '/stats/durations', '/stats/durations?layer=all', '/stats/outcomes', '/stats/outcomes?process=certification&layer=thread',
  '/stats/names', '/stats/names?layer=all', '/stats/software-copyright', '/sign-in', '/nowhere',
]

const answersForAll = (id: number) => [
  '/cases', '/cases?limit=4', '/cases?sort=agreed&limit=5', '/cases?layer=thread&outcome=waiting', '/cases?proof=software_copyright', '/cases?tag=joke',
  `/cases/${id}`, '/cases/9999', '/cases.csv', '/cases.ndjson', '/rules', '/openapi.json', '/stats/durations', '/stats/durations?stage=first_call&layer=all',
  '/stats/durations?process=certification&stage=pay_to_answer&layer=all', '/stats/outcomes', '/stats/outcomes?layer=thread', '/stats/names?layer=all',
  '/stats/durations?colour=red',
]

/** As many people's own certifications, called after 1, 2, 3 … minutes; every third name had to be changed. */
function ownCases(count: number): string {
  return Array.from({ length: count }, (_, at) => `${JSON.stringify({
    ref: `own-${at}`, account: `p-${at}`, process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program',
    category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'], source: 'own', name_verdict: at % 3 ? 'passed' : 'must_change',
    events: [
      { type: 'paid', at: ['2026-03-10T09:00+08:00', '2026-03-10T09:00+08:00'] },
      { type: 'called', since_previous_minutes: [at + 1, at + 1] },
      { type: 'approved', since_previous_minutes: [10, 10] },
    ],
  })}\n`).join('')
}

async function idOf(moderator: Visitor, name: string): Promise<string> {
  const page = await moderator.open(`/admin/people?name=${encodeURIComponent(name)}`)
  return /name="person"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="person"/.exec(page.html)?.slice(1).find(Boolean) ?? ''
}

/** What stands on a page, without markup. */
function textOf(html: string): string {
  return plain(html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))
}

// The minute, and names that chance gives, differ between any two walks; a case's own times lie in the past and stay.
function plain(text: string): string {
  const days = [0, 1].map(ago => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10))
  return text
    .replaceAll(new RegExp(`(${days.join('|')})[ T]\\d\\d:\\d\\d(\\+08:00)?`, 'g'), 'NOW')
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'REF')
    .replaceAll(/\bp-[\w-]{12}(?![\w-])/g, 'ACCOUNT')
}
