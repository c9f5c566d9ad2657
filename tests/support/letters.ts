import { expect } from 'vitest'
import type { openMailServer } from './mail-server'
import { signUp } from './stories'
import { Visitor, type Page } from './visitor'

type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** The letters that a site has sent, as their readers get them. */
export function lettersIn(mail: () => MailServer) {
  const lettersTo = (address: string) => mail().arrived.filter(it => it.to.includes(address))

  /** What the nth letter to this address says, and the address its link leads to. */
  async function letterTo(address: string, nth = 1): Promise<{ text: string; link: string }> {
    await expect.poll(() => lettersTo(address).length, { timeout: 50_000 }).toBeGreaterThanOrEqual(nth)
    const text = plain(lettersTo(address)[nth - 1]!.raw)
    return { text, link: /https?:\/\/\S+/.exec(text)?.[0] ?? '' }
  }

  /** Somebody new whose address is confirmed. */
  async function withAddress(site: string, name: string, address: string): Promise<Visitor> {
    const visitor = await signUp(site, name)
    await visitor.submit(await visitor.open('/me/e-mail'), '/do/keep-e-mail', { address })
    const page = await visitor.submit(await visitor.open((await letterTo(address)).link), '/do/use-mail-link')
    if (!page.html.includes('邮箱已经确认')) throw new Error(`${address} is not confirmed: ${page.url}`)
    return visitor
  }

  return { lettersTo, letterTo, withAddress }
}

/** Asks for a letter from this browser, or from a stranger's. */
export async function askFor(
  site: string, address: string, use: 'sign_in' | 'recover', { then = '/me/drafts', visitor = new Visitor(site) }: { then?: string; visitor?: Visitor } = {},
): Promise<{ visitor: Visitor; page: Page }> {
  const page = await visitor.submit(await visitor.open(`/sign-in/by-mail?${new URLSearchParams({ then })}`), '/do/ask-mail-link', { address, use })
  return { visitor, page }
}

/** The words of a letter, out of quoted-printable or base64. */
function plain(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
