import type { NamePattern, Proof, Reason } from '../codes'
import type { Program } from './program'
import type { Random } from './random'

/** What may be held against a name: a share of first reviews, the reason given and the proof asked for instead. */
type Trouble = { share: number, reason: Reason, proof: Exclude<Proof, 'none'> | null, proofShare: number }

const troubles: Partial<Record<NamePattern, Trouble>> = {
  own_name: { share: 0.08, reason: 'identity_mismatch', proof: 'own_name_link', proofShare: 0.5 },
  nickname: { share: 0.22, reason: 'name_unrelated', proof: 'own_name_link', proofShare: 0.35 },
  coined: { share: 0.14, reason: 'name_confusing', proof: null, proofShare: 0 },
  generic: { share: 0.52, reason: 'name_generic', proof: null, proofShare: 0 },
  region: { share: 0.48, reason: 'name_region', proof: 'authorisation', proofShare: 0.3 },
  brand_like: { share: 0.58, reason: 'name_brand', proof: 'trademark', proofShare: 0.5 },
  own_trademark: { share: 0.3, reason: 'name_brand', proof: 'trademark', proofShare: 0.85 },
  app_like: { share: 0.5, reason: 'name_app_like', proof: 'software_copyright', proofShare: 0.72 },
  platform_word: { share: 0.55, reason: 'name_exaggerated', proof: 'authorisation', proofShare: 0.2 },
  suffix: { share: 0.2, reason: 'name_unrelated', proof: null, proofShare: 0 },
}

/** What the auditor holds against the name, if anything: a proof asked for, or a plain refusal with its reason. */
export type Objection = { reason: Reason, proof: Exclude<Proof, 'none'> | null }

/**
 * Companies are trusted more, later rounds have learnt, a tool is soon taken for an app.
 * @param demand how many times as often proofs are asked for
 */
export function objectionTo(
  program: Program, names: readonly NamePattern[], round: number, demand: number, random: Random,
): Objection | null {
  const trouble = troubles[names[0]!]
  if (!trouble) return null
  const tool = program.category === 'tool' || program.category === 'generative_ai'
  const lenience = (program.subject === 'personal' ? 1 : 0.62) * (round === 1 ? 1.2 : 0.9)
  const asked = trouble.proof !== null && random.chance(Math.min(0.95, trouble.proofShare * Math.sqrt(demand)))
  const share = trouble.share * lenience * (asked ? demand : 1) + (names.length > 1 ? 0.06 : 0)
  if (random.chance(Math.min(0.9, share))) return { reason: trouble.reason, proof: asked ? trouble.proof : null }
  const takenForApp = tool && random.chance(0.07 * demand * lenience)
  return takenForApp ? { reason: 'name_app_like', proof: 'software_copyright' } : null
}

/** What somebody calls the program after the name was refused. */
export function renamedFrom(names: readonly NamePattern[], random: Random): NamePattern[] {
  return random.weighted<'own' | 'coined' | 'same'>({ own: 4, coined: 4, same: 2 }) === 'own' ? ['own_name']
    : random.chance(0.7) ? ['coined'] : [...names]
}
