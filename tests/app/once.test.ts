import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { useSite } from '../support/server'
import { hiddenFields } from '../support/visitor'
import { formOn, newKey, report, signUp, threeSteps } from '../support/stories'

const site = useSite()

describe('a form counts once', () => {
  test('the same key pressed 50 times at once makes 1 case and 50 equal answers', async () => {
    const lin = await signUp(site.url, '林一次')
    const body = () => new URLSearchParams({ ...formOn('/cases/new?process=certification'), key, ...threeSteps })
    const key = newKey()
    // A busy house gives the form back, to be sent again under its key; whoever does has lost nothing.
    const press = async (): Promise<Response> => {
      const answer = await lin.send('/do/report-case', { method: 'POST', body: body(), headers: { origin: site.url } })
      return answer.status === 503 ? sleep(200).then(press) : answer
    }
    const answers = await Promise.all(Array.from({ length: 50 }, press))
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]))
    expect(new Set(answers.map(answer => answer.headers.get('location'))).size).toBe(1)
    expect(await ask(site.databaseUrl, 'select count(*) as n from cases')).toEqual([{ n: 1 }])
  })

  test('the same key with another text is refused with 409, and the text is kept', async () => {
    const bo = await signUp(site.url, '柏二次')
    const form = { ...formOn('/cases/new?process=certification'), ...threeSteps }
    await bo.post('/do/report-case', { ...form, words: '第一次写的内容在这里。' })
    const second = await bo.post('/do/report-case', { ...form, words: '同一张表，换了一段话。' })
    expect(second.status).toBe(409)
    const link = /href="([^"]*draft=[^"]*)"/.exec(second.html)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&')
    expect(link).toBeDefined()
    const again = await bo.open(link!)
    expect(again.html).toContain('同一张表，换了一段话。')
    // Its key is a new one, so that it can be published after all.
    const key = hiddenFields(again, '/do/report-case').key!
    expect(key).not.toBe(form.key)
    expect((await bo.post('/do/report-case', { ...form, key, words: '同一张表，换了一段话。' })).url).toMatch(/\/cases\/\d+/)
  })

  test('a first attempt that failed may be made again under its key', async () => {
    const mei = await signUp(site.url, '梅再来')
    const form = { ...formOn('/cases/new?process=certification'), ...threeSteps }
    const failed = await mei.post('/do/report-case', { ...form, subject: '' })
    expect(failed.url).toContain('draft=')
    expect(failed.html).toContain('这一项还没有填')
    const made = await mei.post('/do/report-case', form)
    expect(made.url).toMatch(/\/cases\/\d+/)
  })
})

describe('edit against edit', () => {
  test('the second of two edits of version 1 gets 409 with both texts', async () => {
    const lin = await signUp(site.url, '林改改')
    const id = await report(lin, { words: '原来写的这一段话。' })
    const edit = (words: string) => ({ ...formOn(`/cases/${id}/edit`), ...threeSteps, case: String(id), version: '1', words })
    const first = await lin.post('/do/edit-case', edit('先保存的这一段话。'))
    expect(first.url).toContain(`/cases/${id}?done=saved`)
    const second = await lin.post('/do/edit-case', edit('后保存的另一段话。'))
    expect(second.status).toBe(409)
    expect(second.html).toContain('先保存的这一段话。')
    expect(second.html).toContain('后保存的另一段话。')
    const history = await lin.open(`/cases/${id}/history`)
    expect(history.html).toContain('原来写的这一段话。')
    expect(history.html).not.toContain('后保存的另一段话。')
  })
})

describe('nothing typed is lost', () => {
  test('a form with 1 blank and 1 impossible answer comes back whole, with both problems named', async () => {
    const bo = await signUp(site.url, '柏留着')
    const page = await bo.post('/do/report-case', {
      ...formOn('/cases/new?process=certification'), ...threeSteps, category: '', 'events.0.when_date': '2099-01-01', words: '这一段不能丢，也不能变。',
    })
    expect(page.html).toContain('有 2 处需要修改')
    expect(page.html).toContain('这一段不能丢，也不能变。')
    expect(page.html).toContain('value="2099-01-01"')
  })

  test('steps are added, moved and removed by submits that come back, signed in or not', async () => {
    const { Visitor } = await import('../support/visitor')
    const guest = new Visitor(site.url)
    const form = { ...formOn('/cases/new?process=certification'), act: 'report-case', ...threeSteps }
    const added = await guest.post('/do/arrange-case', { ...form, press: 'add' })
    expect(added.html).toContain('name="events.3.type"')
    const moved = await guest.post('/do/arrange-case', { ...form, press: 'up.1' })
    expect(selected(moved.html, 'events.0.type')).toBe('called')
    const removed = await guest.post('/do/arrange-case', { ...form, press: 'remove.0' })
    expect(selected(removed.html, 'events.0.type')).toBe('called')
    expect(selected(removed.html, 'events.1.type')).toBe('approved')
  })
})

function selected(html: string, name: string): string | undefined {
  const select = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1] ?? ''
  return (/<option[^>]*selected[^>]*>/.exec(select)?.[0] ?? '').match(/value="([^"]*)"/)?.[1]
}
