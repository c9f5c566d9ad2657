import { outcomeSpell, spellsOf } from '../../../domain/case/spells'
import type { Ending, Process, Stage } from '../../../domain/codes'
import { heard } from '../../../domain/simulation/heard'
import { population, simulate, type SimulatedCase, type Simulation } from '../../../domain/simulation/simulate'
import type { StageSpell } from '../../../domain/statistics/scale'
import { isSettled } from '../../../domain/statistics/settled'

/** 24 November 2026, noon in Shanghai. */
export const now = Date.parse('2026-11-24T12:00:00+08:00')

/** A simulated world, everybody in it, and what the engine makes of what was told. */
export function worldOf(simulation: Omit<Simulation, 'now'>) {
  const all = simulate({ now, ...simulation })
  const cases = all.map(simulated => ({ simulated, case: caseOf(simulated) }))
  const inventors = new Set(all.filter(({ truth }) => truth === null).map(accountOf))
  return {
    all,
    /** Leaves out what is invented, as no site could. */
    honest: (spells: readonly StageSpell[]) => spells.filter(({ account }) => !inventors.has(account)),
    people: population({ now, ...simulation }),
    /** Spells as the engine counts them; what begins in months that `months` leaves out is left out. */
    spells(process: Process, stage: Stage, months = settledFor(stage)): StageSpell[] {
      return cases.filter(it => it.case.facts.process === process).flatMap(({ simulated, case: it }, caseId) =>
        spellsOf(it).filter(spell => spell.stage === stage && months(spell.startMonth))
          .map(spell => ({ ...spell, caseId, account: accountOf(simulated) })))
    },
    /** Whole cases; the cause is the place of their ending in `endings`, from 1. */
    whole(process: Process, endings: readonly Ending[]): StageSpell[] {
      return cases.filter(it => it.case.facts.process === process).flatMap(({ simulated, case: it }, caseId) => {
        const spell = outcomeSpell(it)
        if (!spell || !settledFor('total')(spell.startMonth)) return []
        const cause = endings.indexOf(spell.ending) + 1
        return [{ ...spell, stage: 'whole', cause, caseId, account: accountOf(simulated) }]
      })
    },
  }
}

export function settledFor(stage: Stage) {
  return (month: string | null) => isSettled(stage, month, now / 60_000)
}

/** As if every one of these had been told by somebody else: what the cap sees is nobody. */
export function uncapped(spells: readonly StageSpell[]): StageSpell[] {
  return spells.map(spell => ({ ...spell, account: `${spell.account}, case ${spell.caseId}` }))
}

const accountOf = ({ account }: SimulatedCase) => `person ${account}`

function caseOf(simulated: SimulatedCase) {
  const told = heard(simulated)
  if (!told.ok) throw new Error(`${simulated.draft.ref}: ${JSON.stringify(told.problems)}`)
  return told.case
}
