import type { Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'
import { withoutHandles } from '@/domain/thread-import/page-form'
import type { Viewer } from '@/domain/people/viewer'
import { write } from '@/db/connection'
import { keepDraft } from '@/db/desk/drafts'
import type { ActContext } from './act'
import { knownBrowser, rememberBrowser } from './browser'
import { settings } from './settings'

/** Keeps a form as it was typed, for the person or for the browser that sent it. */
export async function keepTyped(context: ActContext, viewer: Viewer, problems: Problem[]): Promise<void> {
  const secure = settings().SITE_URL.startsWith('https:')
  const owners = viewer.kind === 'member' ? [`p:${viewer.id}`] : [await rememberBrowser(secure)]
  // Written before sign-in, finished after: the person may carry on his browser's draft.
  const browser = await knownBrowser()
  if (browser && !owners.includes(browser)) owners.push(browser)
  const { key, back, fields, now } = context
  // A form that is only rearranged or kept says whose act it is waiting for.
  const named = fields.act?.[0] ?? ''
  const act = /^[a-z-]{1,30}$/.test(named) ? named : context.act
  await write(tx => keepDraft(tx, { key, owners, act, back, body: withoutSecrets(withoutHandles(fields)), problems, now }))
}

// Passwords and codes are what is not given back; of a pasted page, what people are called.
function withoutSecrets(fields: ActContext['fields']): ActContext['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password|token|one_time/.test(name)))
}

/** What somebody wrote in his own words, to be shown to him again. */
export function typedText(fields: Fields): string {
  return ['title', 'words', 'because'].flatMap(name => fields[name] ?? []).filter(Boolean).join('\n\n')
}
