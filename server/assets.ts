import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Settings } from '../domain/settings'
import { contentSecurityPolicy, securityHeaders } from './headers/security-headers'
import { Answer, type Header } from './memory/answer'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.map': 'application/json; charset=utf-8',
}

/**
 * The files of the build and of `public/`, in memory once they were asked for. Only what lay there at the start is known, so
 * no address leads anywhere else. A name under /_next/static/ holds a hash and stands for the same bytes for ever.
 */
export class Assets {
  private readonly files = new Map<string, string>()
  private readonly answers = new Map<string, Promise<Answer>>()
  private readonly always: Header[]

  constructor(settings: Settings) {
    this.always = [...Object.entries(securityHeaders(settings)), ['content-security-policy', contentSecurityPolicy(settings)]]
    for (const [folder, address] of [['.next/static', '/_next/static/'], ['public', '/']] as const) {
      for (const file of filesIn(folder)) this.files.set(address + relative(folder, file).split(sep).map(encodeURIComponent).join('/'), file)
    }
  }

  /** The file at this address; null when there is none. */
  at(url: string): Promise<Answer> | null {
    const path = url.split('?', 1)[0]!
    const known = this.answers.get(path)
    if (known) return known
    const file = this.files.get(path)
    if (!file) return null
    const answer = this.read(path, file)
    this.answers.set(path, answer)
    answer.catch(() => this.answers.delete(path))
    return answer
  }

  private async read(path: string, file: string): Promise<Answer> {
    return new Answer([
      ['content-type', types[extname(file)] ?? 'application/octet-stream'],
      ['cache-control', path.startsWith('/_next/static/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'],
      ...this.always,
    ], await readFile(file))
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true }).map(name => join(folder, String(name))).filter(file => statSync(file).isFile())
}
