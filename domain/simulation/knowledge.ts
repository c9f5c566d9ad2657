import type { Facts } from '../case/facts'
import type { Channel, NameVerdict, PassedElsewhere, Proof, Reason } from '../codes'
import type { Step } from './course'
import { isPersonal, type Program } from './program'
import type { Random } from './random'

/** The facts a person can state of a program after the steps seen so far; what lies ahead they do not know. */
export function factsKnown(program: Program, seen: readonly Step[], random: Random): Facts {
  const { process, subject, age, category, entry, province } = program
  const certified = process === 'certification' || process === 'renewal'
  const orders = seen.filter(({ type }) => type === 'paid').length
  // Drawn before anything is asked of the case, so that a person knows the same things at every telling.
  const mentions = random.chance(0.2)
  const feature = random.one(['user_content', 'image_tool', 'payment', 'map'] as const)
  const [knowsMain, tellsEntry, tellsFee, tellsOccupation, tellsCertificate, tellsElsewhere, tellsChange] =
    [0.96, 0.7, 0.6, 0.3, 0.8, 0.3, 0.75].map(share => random.chance(share))
  const elsewhere = random.weighted<PassedElsewhere>(process === 'renewal'
    ? { earlier_certification: 8, filing: 1, no: 1 } : { filing: 6, no: 3, earlier_certification: 1 })
  // Last of all, so that the rest of what is known is as it would be without. It hastens nobody.
  const tellsChannel = random.chance(0.65)
  const channel = random.weighted<Channel>(isPersonal(program) ? { web: 6, assistant: 3, provider: 1 } : { web: 5, provider: 3, assistant: 1, combined: 1 })
  return {
    process, subject, program_age: age, kind: category === 'game' ? 'mini_game' : 'mini_program', category,
    ...(mentions && { features: [feature] }),
    ...(process === 'filing' && { province: knowsMain ? province : 'unknown' }),
    ...(process !== 'filing' && { name_pattern: knowsMain ? program.names : ['unknown'] }),
    ...(certified && tellsEntry && { entry }),
    ...(process !== 'code_review' && tellsChannel && { channel }),
    ...(certified && tellsFee && orders > 0 && { fee_yuan: isPersonal(program) ? 30 : 300, orders_paid: orders }),
    ...(certified && tellsOccupation && isPersonal(program) && { occupation: 'left_blank' as const }),
    ...(certified && tellsElsewhere && { passed_elsewhere: elsewhere }),
    ...(certified && tellsChange && changeFact(program, seen)),
    ...(certified && nameFacts(program, seen, tellsCertificate!)),
  }
}

function nameFacts(program: Program, seen: readonly Step[], tellsCertificate: boolean): Partial<Facts> {
  const demanded = [...new Set(seen.flatMap(({ type, kinds }) => type === 'proof_requested' ? kinds ?? [] : []))]
  const refusals = new Set(seen.flatMap(({ reasons }) => reasons ?? []))
  // An auditor who says "looks like an app" says in the same breath what would help.
  if (refusals.has('name_app_like') && !demanded.includes('software_copyright')) demanded.push('software_copyright')
  const supplied = [...new Set(seen.flatMap(({ type, kinds }) => type === 'proof_submitted' ? kinds ?? [] : []))]
  const decided = seen.some(({ type }) => decisions.has(type))
  const approved = seen.some(({ type }) => type === 'approved')
  const proofs: Proof[] = demanded.length > 0 ? demanded : decided ? ['none'] : ['unknown']
  return {
    name_verdict: verdictOf(demanded.length > 0, [...refusals].some(aboutName), decided),
    proof_demanded: proofs,
    ...(supplied.length > 0 && { proof_supplied: supplied, proof_result: approved ? 'accepted' : 'pending' }),
    ...(demanded.includes('software_copyright') && tellsCertificate && { software_copyright: program.copyright }),
  }
}

/** What was changed after the name was refused for the first time, once it was handed in again. */
function changeFact(program: Program, seen: readonly Step[]): Partial<Facts> {
  const refused = seen.findIndex(({ reasons }) => reasons?.some(aboutName))
  const names = refused === -1 ? undefined : seen.slice(refused).find(({ type }) => type === 'submitted')?.names
  if (!names) return {}
  if (names.join() === program.names.join()) return { name_change: 'none' }
  return { name_change: names.includes('own_name') ? 'added_own_name' : 'new_coined', name_pattern_after: names }
}

const decisions = new Set(['sent_back', 'approved', 'name_refused', 'failed'])
const aboutName = (reason: Reason) => reason.startsWith('name_')

function verdictOf(asked: boolean, refused: boolean, decided: boolean): NameVerdict {
  if (asked) return 'proof_asked'
  if (refused) return 'must_change'
  return decided ? 'passed' : 'not_reached'
}
