import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { becauseSchema } from '@/domain/moderation/because'
import type { HoldKind } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { personById } from '@/db/people/people'
import { liftSuspension as lift, suspend as hold } from '@/db/people/suspensions'
import { moderatorAct } from '../act'

// Silences and suspensions: each with a reason, each with an end or until somebody lifts it.

const durations = ['', '1', '7', '30'] as const

export const suspend = holdingAct('suspension', 'already_suspended')

export const silence = holdingAct('silence', 'already_silenced')

export const liftSuspension = liftingAct('suspension', 'not_suspended')

export const liftSilence = liftingAct('silence', 'not_silenced')

/** Fields: person (id), because, days ('1', '7', '30', or nothing: until lifted). */
function holdingAct(kind: HoldKind, already: string) {
  return moderatorAct({
    draft: fromSchema(z.object({ person: idSchema, because: becauseSchema, days: z.enum(durations, 'duration_unknown') })),
  }, async (tx, draft, { author, now }) => {
    const person = await personById(tx, draft.person)
    if (!person) return { missing: true }
    const permission = permit('suspend', author, person)
    if ('refused' in permission) return permission
    const endsAt = draft.days ? now + Number(draft.days) * 86_400_000 : null
    const held = await hold(tx, permission.permitted, { personId: person.id, kind, reason: draft.because, endsAt, now })
    return held ? toPerson(person.name) : { problems: [{ path: 'because', code: already }] }
  })
}

/** Fields: person (id), because. */
function liftingAct(kind: HoldKind, already: string) {
  return moderatorAct({
    draft: fromSchema(z.object({ person: idSchema, because: becauseSchema })),
  }, async (tx, draft, { author, now }) => {
    const person = await personById(tx, draft.person)
    if (!person) return { missing: true }
    const permission = permit('suspend', author, person)
    if ('refused' in permission) return permission
    const lifted = await lift(tx, permission.permitted, { personId: person.id, kind, reason: draft.because, now })
    return lifted ? toPerson(person.name) : { problems: [{ path: 'because', code: already }] }
  })
}

const toPerson = (name: string) => ({ to: `/admin/people?name=${encodeURIComponent(name)}&done=1` })
