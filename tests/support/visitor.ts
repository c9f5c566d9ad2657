export type Page = { status: number; url: string; html: string; headers: Headers; redirects: number }

type Sent = { headers?: Record<string, string>; origin?: string | null }

/**
 * Somebody with a browser that has cookies and no JavaScript: opens pages, fills in the forms that stand on them, follows
 * redirects. `site` is the address under which he knows the site.
 */
export class Visitor {
  readonly cookies = new Map<string, string>()
  constructor(private readonly site: string, private readonly headers: Record<string, string> = {}) {}

  /** Opens an address; redirects are followed, also to other sites and back. */
  async open(address: string, sent: Sent = {}): Promise<Page> {
    return this.follow(address, { method: 'GET' }, sent)
  }

  /** Sends the form with this action from a page it was found on, with what is typed over what it came with. */
  async submit(page: Page, action: string, typed: Record<string, string> = {}): Promise<Page> {
    return this.post(action, { ...hiddenFields(page, action), ...typed })
  }

  /** Posts fields to an address as one of the site's own pages would. */
  async post(action: string, fields: Record<string, string>, { origin = this.site, headers = {} }: Sent = {}): Promise<Page> {
    const sent = origin === null ? headers : { origin, ...headers }
    return this.follow(action, { method: 'POST', body: new URLSearchParams(fields) }, { headers: sent })
  }

  /** Posts as `post` does and looks no further: answers where it would have led. */
  async press(action: string, fields: Record<string, string>): Promise<string> {
    const headers = { origin: this.site }
    const response = await this.send(action, { method: 'POST', body: new URLSearchParams(fields), headers })
    const text = await response.text()
    const there = response.headers.get('location')
    if (response.status !== 303 || there === null) throw new Error(`${action} led nowhere: ${response.status} ${text.slice(0, 300)}`)
    return there
  }

  /** One request, no redirect followed. */
  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.site)
    const own = url.origin === new URL(this.site).origin
    const cookie = own ? [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') : ''
    const headers = { ...this.headers, ...(cookie && { cookie }), ...init.headers as Record<string, string> }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    if (own) this.remember(response)
    return response
  }

  private async follow(address: string, init: RequestInit, sent: Sent): Promise<Page> {
    let url = new URL(address, this.site).href
    let response = await this.send(url, { ...init, headers: sent.headers ?? {} })
    let redirects = 0
    for (; response.status >= 300 && response.status < 400; redirects++) {
      if (redirects === 20) throw new Error(`${address} redirects for ever`)
      url = new URL(response.headers.get('location')!, url).href
      response = await this.send(url)
    }
    return { status: response.status, url, html: await response.text(), headers: response.headers, redirects }
  }

  private remember(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const gone = value === '' || /;\s*max-age=0(;|$)/i.test(line) || Date.parse(/;\s*expires=([^;]+)/i.exec(line)?.[1] ?? '') < Date.now()
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

/** The hidden fields of the (first) form with this action. */
export function hiddenFields(page: Page, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>(.*?)</form>`, 's').exec(page.html)?.[1]
  if (form === undefined) throw new Error(`There is no form for ${action} on ${page.url} (${page.status})`)
  return Object.fromEntries([...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'), attribute(input, 'value'),
  ]))
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
