import { storeCase } from '../../db/cases/store'
import { write } from '../../db/connection'
import { keepCells } from '../../db/figures/cells/keep'
import { keptCells } from '../../db/figures/cells/kept'
import { storedSpells } from '../../db/figures/cells/traced'
import { reportCase } from '../../domain/case/report'
import { simulate } from '../../domain/simulation/simulate'
import { quantileOf } from './timing'

/**
 * Milliseconds that one simulated case takes to store, as a person's report does, in a write of its own; and how much of it
 * the cells take, from taking it out of them and putting it in again.
 */
export async function timeWrites(count: number, now: number): Promise<{ whole: number, cells: number }> {
  const whole: number[] = []
  const cells: number[] = []
  for (const { draft, reportedAt, account } of simulate({ seed: 'bench', now, cases: count })) {
    const reported = reportCase(draft, reportedAt)
    if (!reported.ok) continue
    const name = `bench ${account}`
    const from = performance.now()
    const id = await write(tx => storeCase(tx, { case: { ...reported.case, source: 'own' }, authorId: null, account: name, now: reportedAt }))
    whole.push(performance.now() - from)
    await write(async tx => {
      const all = await storedSpells(tx, [name])
      const own = all.filter(({ caseId }) => caseId === id)
      const kept = (await keptCells(tx))!
      const began = performance.now()
      await keepCells(tx, id, all, [], kept)
      await keepCells(tx, id, all.filter(({ caseId }) => caseId !== id), own, kept)
      cells.push((performance.now() - began) / 2)
    })
  }
  return { whole: quantileOf(whole, 0.5), cells: quantileOf(cells, 0.5) }
}
