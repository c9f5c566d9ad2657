import type { Process } from '@/domain/codes'
import { namedProcesses, stagesOf, type FigureFilter } from '@/domain/figures/filter'
import { mostSaidFirst, type FigureFinding, type Question } from '@/domain/figures/finding'
import { isSilent } from '@/domain/statistics/suppression'
import type { Database } from '../connection'
import { figureFor } from './beforehand/ask'

// What people ask under every old post.
const homeQuestions: readonly Question[] = [
  { kind: 'durations', stage: 'first_call' }, { kind: 'outcomes' }, { kind: 'names' }, { kind: 'software_copyright' },
]
const homeCount = 3

/**
 * Three findings on certification for the front page, the ones that can say most first. People's own cases speak; where
 * fewer than 5 people told one, all layers do, and the finding's filter names that. `now` in epoch milliseconds.
 */
export async function homeFindings(database: Database, now = Date.now()): Promise<FigureFinding[]> {
  const own: FigureFilter = { process: 'certification', layer: 'own' }
  const findings: FigureFinding[] = []
  for (const question of homeQuestions) {
    const finding = await answer(database, question, own, now)
    // What is being counted will say something soon, of these very cases.
    if (finding.figure.suppressed === 'counting') continue
    findings.push(isSilent(finding.figure.suppressed) ? await answerWider(database, question, own, now) : finding)
  }
  return mostSaidFirst(findings).slice(0, homeCount)
}

/** From all layers; where that would give away the few that told of themselves, from the threads alone. */
async function answerWider(database: Database, question: Question, own: FigureFilter, now: number): Promise<FigureFinding> {
  const finding = await answer(database, question, { ...own, layer: 'all' }, now)
  return finding.figure.suppressed === 'complement' ? answer(database, question, { ...own, layer: 'thread' }, now) : finding
}

/** Every finding of one process, in the order of its pages. */
export async function processFindings(
  database: Database, filter: FigureFilter, now = Date.now(),
): Promise<FigureFinding[]> {
  return Promise.all(questionsOf(filter.process).map(question => answer(database, question, filter, now)))
}

function questionsOf(process: Process): Question[] {
  const named = (namedProcesses as readonly Process[]).includes(process)
  return [
    ...stagesOf[process].map(stage => ({ kind: 'durations', stage }) as const),
    { kind: 'outcomes' },
    ...(named ? [{ kind: 'names' }, { kind: 'software_copyright' }] as const : []),
  ]
}

async function answer(
  database: Database, question: Question, filter: FigureFilter, now: number,
): Promise<FigureFinding> {
  switch (question.kind) {
    case 'durations':
      return {
        kind: 'durations',
        figure: await figureFor(database, 'durations', { ...filter, stage: question.stage, clock: 'calendar', cohort: 'settled' }, now),
      }
    case 'outcomes': return { kind: 'outcomes', figure: await figureFor(database, 'outcomes', filter, now) }
    case 'names': return { kind: 'names', figure: await figureFor(database, 'names', filter, now) }
    case 'software_copyright':
      return { kind: 'software_copyright', figure: await figureFor(database, 'softwareCopyright', filter, now) }
  }
}
