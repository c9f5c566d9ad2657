import { randomUUID } from 'node:crypto'

export type Told = { status: number; body: Record<string, unknown>; headers: Headers }

/** A program that brings a token and no cookie: sends JSON to the API and reads what it is told. */
export class Program {
  constructor(private readonly site: string, private readonly token: string | null) {}

  async read(path: string, headers: Record<string, string> = {}): Promise<Told> {
    return told(await fetch(`${this.site}/api/v1${path}`, { headers: { ...this.own, ...headers } }))
  }

  /** Sends a body; as it is when it is a text. Headers set to '' are left out. */
  async send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Told> {
    const all = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...this.own, ...headers }
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return told(await fetch(`${this.site}/api/v1${path}`, { method: 'POST', body: text, headers: sent }))
  }

  private get own(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` }
  }
}

async function told(response: Response): Promise<Told> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, body: isJson ? JSON.parse(text) as Record<string, unknown> : { text }, headers: response.headers }
}
