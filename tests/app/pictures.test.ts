import { expect, test } from 'vitest'
import { useSite } from '../support/server'

const site = useSite({ STARTING_DATA: 'on' })

test('a link card is a PNG of 1200 by 630 that every page may show', async () => {
  for (const path of ['/cards/home.png', '/en/cards/durations.png', '/cards/case-1.png']) {
    const answer = await fetch(site.url + path)
    const png = Buffer.from(await answer.arrayBuffer())
    expect([path, answer.status, png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([path, 200, 'PNG', 1200, 630])
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('a chart of too few cases says so in a sentence, draws nothing, and needs no script or style', async () => {
  const answer = await fetch(`${site.url}/charts/durations.svg`)
  const svg = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  expect(svg).toContain('还没有案例')
  expect(svg).not.toMatch(/class=|<style|<script|style=/)
  const again = await fetch(`${site.url}/charts/durations.svg`, { headers: { 'if-none-match': answer.headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('a chart nobody draws is missing, and a question nobody understands is refused in words', async () => {
  expect((await fetch(`${site.url}/charts/nothing.png`)).status).toBe(404)
  const misread = await fetch(`${site.url}/en/charts/durations.png?process=quark`)
  expect(misread.status).toBe(400)
  expect(await misread.text()).toContain('There is no such chart')
  for (const [query, status] of [['stage=quark', 400], ['process=filing&stage=first_call', 400], ['process=filing&stage=bureau', 200], ['stage=', 200]] as const) {
    for (const chart of ['durations', 'trend']) expect([query, chart, (await fetch(`${site.url}/charts/${chart}.svg?${query}`)).status]).toEqual([query, chart, status])
    const [card, embed] = [await fetch(`${site.url}/cards/durations.png?${query}`), await fetch(`${site.url}/charts/durations/embed?${query}`)]
    expect([query, card.status, embed.status]).toEqual([query, status === 400 ? 404 : 200, status === 400 ? 404 : 200])
  }
})

test('a page names its card by its whole address, in its language', async () => {
  const page = await (await fetch(`${site.url}/en/stats/outcomes?process=filing`)).text()
  expect(page).toMatch(/property="og:image" content="https?:\/\/[^"]+\/en\/cards\/outcomes\.png\?process=filing"/)
  expect(page).toContain('name="twitter:card" content="summary_large_image"')
})
