import { eq } from 'drizzle-orm'
import type { Case } from '@/domain/case/case'
import { reportCase } from '@/domain/case/report'
import { addStep } from '@/domain/case/tap'
import { categories, namePatterns, proofs, subjects } from '@/domain/codes'
import type { Member } from '@/domain/people/viewer'
import { permit, type Act, type Permitted } from '@/domain/permission'
import { simulate } from '@/domain/simulation/simulate'
import { reviseCase, withdrawCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { keepTag } from '@/db/moderation/keeping'
import { hideSubject, restoreSubject } from '@/db/moderation/hiding'
import { tagCase, untagCase } from '@/db/moderation/tagging'
import { tags } from '@/db/schema'
import { somebody } from './threads'

// What people and moderators do to cases, in any order: for tests of what is kept beside them. Nine people tell most of
// them, so that every change moves somebody's share.

export const acts = ['report', 'edit', 'confirm', 'hide', 'restore', 'tag', 'untag', 'withdraw', 'keep_tag'] as const

/** Does one act after another; `which` chooses the case and what becomes of it. Plant the tags first. */
export async function newHistory({ seed, now, cases, people = 40 }: { seed: string, now: number, cases: number, people?: number }) {
  const waiting = simulate({ seed, now, cases })
  const [lin, mei] = [await somebody('Lin'), await somebody('Mei', 'moderator')]
  const [joke] = await (await read()).select().from(tags).where(eq(tags.slug, 'joke'))
  const told = { because: '测试', now }
  const ids: number[] = []

  return async function act(kind: (typeof acts)[number], which: number): Promise<void> {
    const id = ids[which % Math.max(1, ids.length)]
    if (kind === 'report' || id === undefined) {
      const next = waiting.shift()
      if (next) ids.push(await tell(next.draft, next.reportedAt, next.account, which))
      return
    }
    switch (kind) {
      case 'edit': return revise('edit_case', it => later(it, which))
      case 'confirm': return revise('confirm_case', it => {
        const tapped = addStep(it, 'still_waiting', 'now', now)
        return tapped.ok ? tapped.case : it
      })
      case 'hide': return void await write(tx => hideSubject(tx, receipt('hide', mei, null), { subject: 'case', subjectId: id, ...told }))
      case 'restore': return void await write(tx => restoreSubject(tx, receipt('hide', mei, null), { subject: 'case', subjectId: id, ...told }))
      case 'tag':
      case 'untag': {
        const work = kind === 'tag' ? tagCase : untagCase
        return void await write(tx => work(tx, receipt('tag', mei, { authorId: lin.id }), { caseId: id, tagId: joke!.id, ...told }))
      }
      case 'withdraw': {
        const before = (await caseById(await read(), id))!
        const permission = permit('withdraw_case', lin, before.row)
        if ('refused' in permission) return
        return write(tx => withdrawCase(tx, permission.permitted, { stored: before, now }))
      }
      case 'keep_tag': {
        const { slug, nameZh: name_zh, nameEn: name_en, descriptionZh: description_zh, descriptionEn: description_en } = joke!
        const draft = {
          tag: slug, slug, group: 'nature', name_zh, name_en, description_zh, description_en, leaves_figures: which % 2 === 0,
          retired: false, because: '测试',
        }
        return void await write(tx => keepTag(tx, receipt('keep_tags', mei, null), draft, now))
      }
    }

    async function revise(wanted: 'edit_case' | 'confirm_case', anew: (it: Case) => Case): Promise<void> {
      const before = (await caseById(await read(), id!))!
      const permission = permit(wanted, lin, before.row)
      if ('refused' in permission) return
      await write(tx => reviseCase(tx, permission.permitted, { stored: before, revised: anew(before.case), now }))
    }
  }

  async function tell(draft: unknown, reportedAt: number, account: number, which: number): Promise<number> {
    const reported = reportCase(draft, reportedAt)
    if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
    const source = (['own', 'own', 'own', 'thread', 'observed'] as const)[which % 5]!
    // Somebody of the same name in another layer is another person to the figures.
    const name = which % 4 === 3 && source !== 'own' ? null : `person ${account % people}`
    return write(tx => storeCase(tx, {
      case: { ...reported.case, ref: `${seed}-${reported.case.ref}`, source }, authorId: lin.id, account: name, now: reportedAt,
    }))
  }
}

/** The case with other facts, sometimes of another process, or without its last step. */
function later(it: Case, which: number): Case {
  const one = <T>(list: readonly T[]) => list[which % list.length]!
  const process = which % 7 === 0 && it.facts.process === 'certification' ? 'renewal' : it.facts.process
  return {
    ...it,
    facts: {
      ...it.facts, process, subject: one(subjects), category: one(categories), name_pattern: [one(namePatterns), 'coined'],
      proof_demanded: which % 3 === 0 ? [one(proofs)] : it.facts.proof_demanded,
    },
    events: which % 2 === 0 && it.events.length > 2 ? it.events.slice(0, -1) : it.events,
  }
}

function receipt<A extends Act>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2]): Permitted<A> {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
