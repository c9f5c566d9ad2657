import { randomBytes } from 'node:crypto'
import { cache } from 'react'
import type { Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'
import { read } from '@/db/connection'
import { draftOf } from '@/db/desk/drafts'
import { knownBrowser } from './browser'
import { viewer } from './viewer'

export type TypedDraft = { key: string; fields: Fields; problems: Problem[]; act: string }
export type SearchParams = Record<string, string | string[] | undefined>

/** What was typed into this page's form before, if the address names a draft and it is the reader's own. */
export async function typedDraft(search: SearchParams): Promise<TypedDraft | null> {
  const key = search.draft
  if (typeof key !== 'string') return null
  const owners = await draftOwners()
  const draft = await draftOf(await read(), key, owners)
  return draft && { key, fields: draft.body, problems: draft.problems, act: draft.act }
}

/** Everyone this request may call himself, as an owner of drafts. */
export async function draftOwners(): Promise<string[]> {
  const [reader, browser] = await Promise.all([viewer(), knownBrowser()])
  const owners = reader.kind === 'member' ? [`p:${reader.id}`] : []
  return browser ? [...owners, browser] : owners
}

/**
 * A new form's idempotency key: 128 random bits of its page, and its number there. A page of a hundred forms that were all
 * chance would weigh two kilobytes more, and a remembered page is given to the next reader under other bits.
 */
export function newFormKey(): string {
  const page = formKeys()
  return `${page.bits}-${page.given++}`
}

const formKeys = cache(() => ({ bits: randomBytes(16).toString('base64url'), given: 0 }))
