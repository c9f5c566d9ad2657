import { randomFrom, type Random } from '../../../domain/simulation/random'
import { simulate, type SimulatedCase } from '../../../domain/simulation/simulate'
import { Desk, handle, type Handled } from './desk'
import { leaveThread, placeReply, type PlacedReply } from './placed'
import { writeCase, writeEntry, writeReply } from './rows'
import { settle, type Site } from './site'
import { tellCase, type ToldCase } from './telling'
import { planThread, type PlannedReply } from './thread'

export type Portion = { n: number; cases: number; now: number; sizes: Uint32Array }
export type PlacedCase = ToldCase & Handled & { id: number; authorId: number | null; replies: PlacedReply[] }

/**
 * Some thousand cases of one time with their people, threads, votes and moderation, numbered in the order in which they
 * would have come: the replies of a thread lie among those of all others, as on a site that grew.
 */
export function writePortion(site: Site, { n, cases: count, now, sizes }: Portion): void {
  const random = randomFrom(site.seed, 'portion', n)
  const simulated = simulate({ seed: `${site.seed}/${n}`, now, cases: count })
  const before = settle(site, arrivals(simulated))
  const told = simulated.map((it, at) => {
    const case_ = tellCase(it, `filled-${n}-${at + 1}`, random)
    return { ...case_, authorId: case_.case.source === 'own' ? before + it.account + 1 : null }
  })
  const threads = told.map(({ told, authorId }, at) => planThread(sizes[at]!, { told, authorId, now: site.now }, site.people, random))
  const order = inTime(told, threads)
  const placed: PlacedCase[] = []
  for (const { of, reply } of order) {
    if (reply === null) placed[of] = { ...told[of]!, ...handle(told[of]!, site, random), id: ++site.cases, replies: [] }
    else placeIn(site, placed[of]!, threads[of]![reply]!, random)
  }
  for (const { replies } of placed) leaveThread(replies)

  const desk = new Desk(site, random)
  for (const { of, reply } of order) {
    const it = placed[of]!
    if (reply === null) writeCase(site, it, desk, random)
    else writeReply(site, it, it.replies[reply]!, desk, random)
    writeEntry(site, it, reply === null ? null : it.replies[reply]!)
  }
  desk.write()
}

// When each account is first heard of, an hour before it tells its first case.
function arrivals(simulated: readonly SimulatedCase[]): number[] {
  const came: number[] = []
  for (const { account, reportedAt } of simulated) came[account] ??= reportedAt - 3_600_000
  return Array.from(came, at => at ?? simulated[0]!.reportedAt)
}

type Moment = { at: number; of: number; reply: number | null }

function inTime(told: readonly ToldCase[], threads: readonly PlannedReply[][]): Moment[] {
  const moments = told.flatMap(({ told: at }, of): Moment[] => [
    { at, of, reply: null }, ...threads[of]!.map(({ at }, reply) => ({ at, of, reply })),
  ])
  return moments.sort((a, b) => a.at - b.at || a.of - b.of || (a.reply ?? -1) - (b.reply ?? -1))
}

function placeIn(site: Site, it: PlacedCase, planned: PlannedReply, random: Random): void {
  const above = planned.answers === null ? null : it.replies[planned.answers]!
  it.replies.push(placeReply(planned, { id: ++site.replies, caseId: it.id, above, said: random.one(site.said) }, random))
}
