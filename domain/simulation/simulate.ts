import type { CaseDraft } from '../case/case'
import type { Minute } from '../case/interval'
import { minuteOf } from '../case/interval'
import { certificationCourse } from './certification'
import { someFakes } from './fakes'
import { filingCourse } from './filing'
import { factsKnown } from './knowledge'
import { somePerson, someProgram, type Person, type Program } from './program'
import { randomFrom, type Random } from './random'
import { reportingOf, type Reporting } from './reporting'
import { shortCourse } from './short-review'
import { tell } from './telling'
import { truthFrom, type Truth } from './truth'
import { write } from './words'
import { someMoment, worldUntil, type World } from './world'

/**
 * `now` in epoch milliseconds; `cases` how many are told by then; `comeBack` which share of those who tell an open case
 * is ever heard of again (two thirds where nothing else is said). With `perfectMemory` everybody tells every step to the
 * minute: then nothing but who reports when can mislead a figure.
 */
export type Simulation = {
  seed: string | number, now: number, cases: number, comeBack?: number, perfectMemory?: boolean
}

/** One case as it was told and as it was. Milliseconds for what the site writes down, minutes for what people say. */
export type SimulatedCase = {
  /** As first told, at `reportedAt`; `reportCase(draft, reportedAt)` takes it. */
  draft: CaseDraft
  reportedAt: number
  /** Who told it: people are numbered from 0. */
  account: number
  /** Taps of "still waiting" after that. */
  confirmations: Minute[]
  /** The case told anew, with its taps and what has happened since; null where nobody came back. */
  later: { draft: CaseDraft, at: number } | null
  /** What truly happened; null for an invention. */
  truth: Truth | null
}

/** What happened to everybody, told or not: who tells only afterwards is not heard of before. */
export type Passage = { account: number, truth: Truth, reported: boolean }

const fakeShare = 0.015

/** How often a case is somebody's first; the rest are further programs of people already here. */
const newcomers = 0.73

/** `cases` cases of about 0.72 times as many people, in the order they were told. The same seed, the same bytes. */
export function simulate(simulation: Simulation): SimulatedCase[] {
  const { told, people, invented: count } = live(simulation)
  const invented = someFakes(worldUntil(minuteOf(simulation.now)), count, String(simulation.seed))
    .map(({ draft, reported, by }): SimulatedCase => (
      { draft, reportedAt: reported * 60_000, account: people + by, confirmations: [], later: null, truth: null }
    ))
  return [...told, ...invented].sort((a, b) => a.reportedAt - b.reportedAt || a.account - b.account)
    .map((simulated, n) => named(simulated, `demo-${n + 1}`))
}

/** The same world without its inventions, and with those whose case nobody has told yet. */
export function population(simulation: Simulation): Passage[] {
  return live(simulation).passages
}

function live({ seed, now, cases, comeBack = 2 / 3, perfectMemory }: Simulation):
{ told: SimulatedCase[], passages: Passage[], people: number, invented: number } {
  const world = worldUntil(minuteOf(now))
  const invented = Math.round(cases * fakeShare)
  const told: SimulatedCase[] = []
  const passages: Passage[] = []
  let people = 0
  for (let n = 0; told.length < cases - invented; n++) {
    const name = `${seed}/${n}`
    const random = randomFrom(name, 'case')
    const account = people === 0 || random.chance(newcomers) ? people++ : random.whole(0, people - 1)
    const drawn = somePerson(randomFrom(seed, 'person', account))
    const person: Person = perfectMemory ? { ...drawn, style: 'wholly' } : drawn
    const program = someProgram(person, random)
    const steps = courseOf(program, world, someMoment(world, random), randomFrom(name, 'course'))
    const truth = truthFrom(program.process, steps)
    const reporting = reportingOf(truth, world.now, comeBack, randomFrom(name, 'reporting'))
    passages.push({ account, truth, reported: reporting !== null })
    if (reporting) told.push(report(person, program, account, truth, reporting, name))
  }
  return { told, passages, people, invented }
}

function courseOf(program: Program, world: World, start: Minute, random: Random) {
  switch (program.process) {
    case 'certification':
    case 'renewal': return certificationCourse(program, world, start, random)
    case 'filing': return filingCourse(program, world, start, random)
    default: return shortCourse(program, world, start, random)
  }
}

function report(
  person: Person, program: Program, account: number, truth: Truth, { first, taps, last }: Reporting, name: string,
): SimulatedCase {
  const draftAt = (until: Minute, confirmed: readonly Minute[]): CaseDraft => {
    const seen = truth.steps.filter(({ minute }) => minute <= until)
    const over = until >= truth.endedAt
    return {
      facts: factsKnown(program, seen, randomFrom(name, 'facts')),
      ...write(program, seen, over, randomFrom(name, 'words')),
      events: tell(truth.steps, until, confirmed, over, person.style, name),
      source: 'demonstration',
    }
  }
  return {
    draft: draftAt(first, []),
    reportedAt: first * 60_000,
    account,
    confirmations: taps,
    later: last === null ? null : {
      draft: draftAt(last, [first, ...taps].filter(tap => tap < last)),
      at: last * 60_000,
    },
    truth,
  }
}

function named(simulated: SimulatedCase, ref: string): SimulatedCase {
  const { draft, later } = simulated
  return { ...simulated, draft: { ref, ...draft }, later: later && { ...later, draft: { ref, ...later.draft } } }
}
