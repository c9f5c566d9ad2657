import { eq } from 'drizzle-orm'
import { reportCase } from '@/domain/case/report'
import { tagDraft } from '@/domain/moderation/drafts'
import type { Member, Role } from '@/domain/people/viewer'
import { permit, type Act, type Permitted } from '@/domain/permission'
import { cleanLine, cleanText } from '@/domain/text/clean'
import { firstGraphemes } from '@/domain/text/graphemes'
import { mostCalled } from '@/domain/text/mentions'
import { write } from '@/db/connection'
import { reviseCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { storeCase } from '@/db/cases/store'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { keepSynonyms, keepTag } from '@/db/moderation/keeping'
import { tagCase } from '@/db/moderation/tagging'
import { tagNamed } from '@/db/moderation/tags'
import { createPerson, personById } from '@/db/people/people'
import { suspend } from '@/db/people/suspensions'
import { people } from '@/db/schema'
import { addReply } from '@/db/threads/add-reply'
import { editReply } from '@/db/threads/edit-reply'
import { replyById, threadCase } from '@/db/threads/reply'

// Writes payloads everywhere a person can write, by the functions that the acts call. Lengths that a form would refuse
// are cut, so that each payload gets as far as it can.

/** People whose names are payloads: what a name may be is refused at the door, and the pages must not rely on it. */
export async function namePeople(payloads: readonly string[], role: Role): Promise<Member[]> {
  const people: Member[] = []
  await write(async tx => {
    for (const [n, payload] of payloads.entries()) {
      const name = `${line(payload, 60)} ${n}`
      const id = await createPerson(tx, { name, passwordHash: null, role, now: Date.now() })
      const person = id === null ? null : await personById(tx, id)
      if (!person) throw new Error(`No person could be called ${payload}`)
      people.push({ kind: 'member', id: person.id, name: person.name, role, suspended: false, sessionId: 0 })
    }
  })
  return people
}

/** A case for every payload as its title, the shape of its name and the firm; all `words` and `notes` go into each. */
export async function plantCases(
  author: Member, cases: readonly { title: string; words: readonly string[]; notes: readonly string[] }[],
): Promise<number[]> {
  return write(async tx => {
    const ids: number[] = []
    for (const it of cases) {
      const account = (await personById(tx, author.id))!.pseudonym
      ids.push(await storeCase(tx, { case: told(it), authorId: author.id, account, now: Date.now() }))
    }
    return ids
  })
}

/** Edits a case once for each payload: its history then holds them all. */
export async function reviseOften(author: Member, caseId: number, payloads: readonly string[]): Promise<void> {
  await write(async tx => {
    for (const payload of payloads) {
      const stored = (await caseById(tx, caseId))!
      const anew = told({ title: payload, words: [payload], notes: [payload] })
      const revised = { ...stored.case, ...anew, ref: stored.case.ref }
      await reviseCase(tx, allowed('edit_case', author, stored.row), { stored, revised, now: Date.now() })
    }
  })
}

/** A reply for every payload, each by another of the people, every second one an answer to the one before. */
export async function plantReplies(
  people: readonly Member[], caseId: number, payloads: readonly string[],
): Promise<number[]> {
  return write(async tx => {
    const ids: number[] = []
    for (const [n, payload] of payloads.entries()) {
      const words = cleanText(payload) || '空'
      const parentId = n % 2 === 1 ? ids[n - 1]! : null
      const permitted = allowed('reply', people[n % people.length]!, (await threadCase(tx, caseId))!)
      const added = await addReply(tx, permitted, { caseId, parentId, words, device: null, now: Date.now() })
      if ('problem' in added) throw new Error(added.problem)
      ids.push(added.id)
    }
    return ids
  })
}

/** Replies that call people whose names become payloads afterwards: ten people a text, each under a name of his own. */
export async function plantCalls(author: Member, caseId: number, payloads: readonly string[]): Promise<void> {
  await write(async tx => {
    const called: { id: number; name: string }[] = []
    for (const n of payloads.keys()) {
      const name = `被叫的${n}号`
      const id = await createPerson(tx, { name, passwordHash: null, now: Date.now() })
      if (id === null) throw new Error(`Nobody could be called ${name}`)
      called.push({ id, name })
    }
    for (let n = 0; n < called.length; n += mostCalled) {
      const words = called.slice(n, n + mostCalled).map(it => `@${it.name}`).join(' ')
      const permitted = allowed('reply', author, (await threadCase(tx, caseId))!)
      const added = await addReply(tx, permitted, { caseId, parentId: null, words, device: null, now: Date.now() })
      if ('problem' in added) throw new Error(added.problem)
    }
    for (const [n, { id }] of called.entries()) await tx.update(people).set({ name: line(payloads[n]!, 60) }).where(eq(people.id, id))
  })
}

/** Edits a reply once for each payload. */
export async function editOften(author: Member, replyId: number, payloads: readonly string[]): Promise<void> {
  await write(async tx => {
    for (const payload of payloads) {
      const row = (await replyById(tx, replyId))!
      const edit = { words: cleanText(payload), version: row.version, now: Date.now() }
      await editReply(tx, allowed('edit_reply', author, row), row, edit)
    }
  })
}

/** A tag for every payload, which is its names, meanings and synonym, put on a case for a reason that is the payload. */
export async function plantTags(
  moderators: readonly Member[], caseIds: readonly number[], group: string, payloads: readonly string[],
): Promise<string[]> {
  return write(async tx => {
    const slugs: string[] = []
    for (const [n, payload] of payloads.entries()) {
      const by = moderators[n % moderators.length]!
      const slug = `payload-${n}`
      const draft = tagDraft.parse({
        tag: '', slug, group, name_zh: `${line(payload, 15)} ${n}`, name_en: `${line(payload, 35)} ${n}`,
        description_zh: line(payload, 140), description_en: line(payload, 280), leaves_figures: '', retired: '',
        because: line(payload, 300),
      })
      done(await keepTag(tx, allowed('keep_tags', by, null), draft, Date.now()))
      const why = { because: line(payload, 300), now: Date.now() }
      const synonyms = [`${line(payload, 30).toLowerCase()}~${n}`]
      done(await keepSynonyms(tx, allowed('keep_tags', by, null), { tag: slug, synonyms, ...why }))
      const [tag, caseId] = [(await tagNamed(tx, slug))!, caseIds[n % caseIds.length]!]
      done(await tagCase(tx, allowed('tag', by, { authorId: null }), { caseId, tagId: tag.id, ...why }))
      slugs.push(slug)
    }
    return slugs
  })
}

/** Hides replies, each with a payload as the reason, and restores every second one with another. */
export async function hideReplies(
  moderators: readonly Member[], replyIds: readonly number[], payloads: readonly string[],
): Promise<void> {
  await write(async tx => {
    for (const [n, subjectId] of replyIds.entries()) {
      const permitted = allowed('hide', moderators[n % moderators.length]!, null)
      const because = line(payloads[n % payloads.length]!, 300)
      const hiding = { subject: 'reply' as const, subjectId, because, now: Date.now() }
      done(await hideSubject(tx, permitted, hiding))
      if (n % 2 === 1) done(await restoreSubject(tx, permitted, hiding))
    }
  })
}

/** Suspends people, each with a payload as the reason. */
export async function suspendPeople(by: Member, people: readonly Member[], payloads: readonly string[]): Promise<void> {
  await write(async tx => {
    for (const [n, person] of people.entries()) {
      const reason = line(payloads[n % payloads.length]!, 300)
      await suspend(tx, allowed('suspend', by, person), { personId: person.id, reason, endsAt: null, now: Date.now() })
    }
  })
}

const line = (text: string, most: number) => firstGraphemes(cleanLine(text), most).trim() || '空'

// The steps of one certification in the order they come, so that each can carry a note.
const steps = [
  'registered', 'started', 'submitted', 'paid', 'dispatched', 'called', 'call_ended', 'qualification_passed', 'name_passed',
  'approved',
] as const
export const notesOfCase = steps.length

function told({ title, words, notes }: { title: string; words: readonly string[]; notes: readonly string[] }) {
  const reported = reportCase({
    facts: {
      process: 'certification', subject: 'company', program_age: 'existing', kind: 'mini_program', category: 'tool',
      name_pattern: ['coined'], proof_demanded: ['none'],
      name_shape: `〇${line(title.replace(/https?:|www\.|\.\w+/gi, ''), 25)}〇`, audit_firm: line(title, 40),
    },
    // Cut to what fits, then long enough to say something.
    title: `${line(title, 48)} 名字被打回的经过`,
    words: [...words, '付完钱半小时内就来电话了。'].join('\n\n'),
    events: steps.map((type, n) => ({ type, ...(notes[n] && { note: line(notes[n], 140) }) })),
  }, Date.now())
  if (!reported.ok) throw new Error(`${title} makes no case: ${JSON.stringify(reported.problems)}`)
  return reported.case
}

function allowed<A extends Act>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2]): Permitted<A> {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(`${act}: ${permission.refused}`)
  return permission.permitted
}

function done(answer: object): void {
  if (!('done' in answer)) throw new Error(JSON.stringify(answer))
}

