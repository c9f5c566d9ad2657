import { valueOf, type Fields, type Parsed } from '@/domain/fields'
import { addWordsDraft, editWordDraft, tryWordsDraft } from '@/domain/moderation/words/drafts'
import { permit } from '@/domain/permission'
import { addWordRules, editWordRule, type KeepingProblem } from '@/db/moderation/words/keep'
import { moderatorAct, type ActAnswer } from '../act'
import type { z } from 'zod'

// The words that moderators keep: each change is the row, the state it had and its line in the public log, or nothing.

const page = '/moderation/words'

/** Fields: kind (word, pattern), texts (a line each), action (block, queue, mask), reason, because. */
export const addWords = moderatorAct({ draft: read(addWordsDraft, ['kind', 'texts', 'action', 'reason', 'because']) }, async (tx, draft, { author, now }) => {
  const permission = permit('keep_words', author, null)
  if ('refused' in permission) return permission
  const { because, ...rules } = draft
  const added = await addWordRules(tx, permission.permitted, rules, { because, now })
  return 'problem' in added ? problemAt('texts', added.problem) : { to: `${page}?done=added` }
})

/** Fields: word (the rule's number), kind, text, action, reason, enabled ('on' or nothing), because. */
export const editWord = moderatorAct({ draft: read(editWordDraft, ['word', 'kind', 'text', 'action', 'reason', 'enabled', 'because']) }, async (tx, draft, { author, now }) => {
  const permission = permit('keep_words', author, null)
  if ('refused' in permission) return permission
  const { word: id, text, action, reason, enabled, because } = draft
  const edited = await editWordRule(tx, permission.permitted, { id, text, action, reason, enabled }, { because, now })
  if ('missing' in edited) return { missing: true }
  return 'problem' in edited ? problemAt('text', edited.problem) : { to: `${page}?word=${id}&done=edited` }
})

/** Fields: text. Only shows the page again with the text, which it then holds against the rules. */
export const tryWords = moderatorAct({ draft: read(tryWordsDraft, ['text']) }, async (_, { text }, { author }) => {
  const permission = permit('keep_words', author, null)
  return 'refused' in permission ? permission : { again: 'try', fields: { text: [text] } }
})

function problemAt(path: string, code: KeepingProblem): ActAnswer {
  return { problems: [{ path, code }] }
}

function read<Schema extends z.ZodType>(schema: Schema, names: string[]): (fields: Fields) => Parsed<z.infer<Schema>> {
  return fields => {
    const told = schema.safeParse(Object.fromEntries(names.map(name => [name, valueOf(fields, name)])))
    if (told.success) return { ok: true, value: told.data }
    return { ok: false, problems: told.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })) }
  }
}
