import { randomBytes } from 'node:crypto'

/** Somebody signed in who writes, through the forms' own door. */
export class Writer {
  private constructor(private readonly site: string, private readonly cookie: string) {}

  static async signUp(site: string): Promise<Writer> {
    const answer = await post(site, 'sign-up', '', { name: `写手${randomBytes(3).toString('hex')}`, password: randomBytes(12).toString('hex') })
    const cookie = answer.headers.getSetCookie().map(line => line.split(';')[0]).join('; ')
    if (!cookie.includes('guoshen-session')) throw new Error(`Signing up was answered with ${answer.status} ${await answer.text()}`)
    return new Writer(site, cookie)
  }

  async reply(caseId: number, words: string): Promise<void> {
    await this.done('reply', { case: String(caseId), parent: '', words })
  }

  async vote(caseId: number, isOn: boolean): Promise<void> {
    await this.done('vote', { subject: 'case', id: String(caseId), wanted: isOn ? 'on' : 'off' })
  }

  /** Replies so many times a second until stopped; then says how many were written and how many were refused. */
  keepReplying(caseId: number, perSecond: number): { stop: () => Promise<{ written: number; refused: number }> } {
    const under: Promise<boolean>[] = []
    const timer = setInterval(() => {
      under.push(this.reply(caseId, `又一条回复，第 ${under.length + 1} 条，今天还在等。`).then(() => true, () => false))
    }, 1000 / perSecond)
    return {
      stop: async () => {
        clearInterval(timer)
        const written = (await Promise.all(under)).filter(Boolean).length
        return { written, refused: under.length - written }
      },
    }
  }

  private async done(act: string, fields: Record<string, string>): Promise<void> {
    const answer = await post(this.site, act, this.cookie, fields)
    const text = await answer.text()
    if (answer.status !== 303) throw new Error(`${act} was answered with ${answer.status} ${text.slice(0, 500)}`)
  }
}

function post(site: string, act: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ key: randomBytes(16).toString('base64url'), lang: 'zh', back: '/', ...fields })
  return fetch(`${site}/do/${act}`, { method: 'POST', body, redirect: 'manual', headers: { origin: site, cookie } })
}
