import type { BrowserContext, Page } from 'playwright-core'
import type { Visitor } from './visitor'

/** Something that must never happen on a page of ours. */
export type Trouble = { kind: 'dialog' | 'canary' | 'request' | 'policy'; page: string; detail: string }

/**
 * Watches everything a browser does: dialogs, calls of alert and its like, requests that would leave the site (they are
 * stopped) and violations of the content security policy. Answers the list that troubles are put on as they happen.
 */
export async function watch(context: BrowserContext, site: string): Promise<Trouble[]> {
  const troubles: Trouble[] = []
  const { origin } = new URL(site)
  await context.route(url => url.origin !== origin, route => {
    troubles.push({ kind: 'request', page: route.request().frame().url(), detail: route.request().url() })
    return route.abort()
  })
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt'] as const) {
      const own = globalThis[name] as (text?: string) => unknown
      Object.assign(globalThis, { [name]: (text?: string) => { console.warn('canary', name); return own(text) } })
    }
    document.addEventListener('securitypolicyviolation', event => {
      console.warn('violated', event.effectiveDirective, event.blockedURI, event.sample)
    })
  })
  context.on('dialog', dialog => {
    troubles.push({ kind: 'dialog', page: dialog.page()?.url() ?? '', detail: dialog.message() })
    void dialog.dismiss()
  })
  context.on('console', message => {
    const [text, page] = [message.text(), message.page()?.url() ?? '']
    if (text.startsWith('canary ')) troubles.push({ kind: 'canary', page, detail: text })
    else if (text.startsWith('violated ') || text.includes('Content Security Policy')) {
      troubles.push({ kind: 'policy', page, detail: text })
    }
  })
  return troubles
}

/** Puts a visitor's cookies into a browser: he goes on there as who he is. */
export async function lendCookies(context: BrowserContext, visitor: Visitor, site: string): Promise<void> {
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: site }))
  if (cookies.length > 0) await context.addCookies(cookies)
}

/** Opens addresses one after the other in a few tabs at once; answers what `look` made of each, in their order. */
export async function walk<Seen>(
  context: BrowserContext, addresses: readonly string[],
  look: (page: Page, status: number, address: string) => Promise<Seen>, tabs = 3,
): Promise<Seen[]> {
  const seen: Seen[] = []
  let next = 0
  await Promise.all(Array.from({ length: Math.min(tabs, addresses.length) }, async () => {
    const page = await context.newPage()
    for (let at = next++; at < addresses.length; at = next++) {
      const answer = await page.goto(addresses[at]!)
      seen[at] = await look(page, answer?.status() ?? 0, addresses[at]!)
    }
    await page.close()
  }))
  return seen
}
