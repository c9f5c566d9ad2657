import { codeOf, stepAt } from '@/domain/people/totp'
import type { Page, Visitor } from './visitor'

/** Somebody's authenticator: it has read the key on the page that shows it. */
export class Authenticator {
  private last = 0
  private readonly secret: Uint8Array
  constructor(key: string) {
    const bits = Array.from(key.replace(/\s/g, ''), sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
    this.secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => parseInt(byte, 2))
  }

  /** A code that was not taken yet: the one of now or, where that was used a moment ago, of the next thirty seconds. */
  async code(): Promise<string> {
    // The site takes one step ahead; whoever needs a third code within a minute waits as people do.
    while (Math.max(stepAt(Date.now()), this.last + 1) > stepAt(Date.now()) + 1) await new Promise(resolve => setTimeout(resolve, 500))
    this.last = Math.max(stepAt(Date.now()), this.last + 1)
    return codeOf(this.secret, this.last)
  }

  /** The code that was given last. */
  again(): string {
    return codeOf(this.secret, this.last)
  }
}

export type Enrolled = { authenticator: Authenticator; codes: string[] }

/** Sets two-step sign-in up as somebody does who has just signed in; answers what he keeps of it. */
export async function enrol(visitor: Visitor, then = '/'): Promise<Enrolled & { page: Page }> {
  const start = await visitor.open(`/me/two-step?${new URLSearchParams({ then })}`)
  const shown = await visitor.submit(start, '/do/plan-two-step')
  const key = /<p class="font-mono"[^>]*>([A-Z2-7 ]+)<\/p>/.exec(shown.html)?.[1]
  const codes = [...shown.html.matchAll(/<li>(\d-[0-9a-z]{5}-[0-9a-z]{5})<\/li>/g)].map(([, code]) => code!)
  if (!key || codes.length !== 10) throw new Error(`There is nothing to keep on ${shown.url} (${shown.status})`)
  const authenticator = new Authenticator(key)
  const page = await visitor.submit(shown, '/do/confirm-two-step', { one_time_code: await authenticator.code() })
  return { authenticator, codes, page }
}
