import type { ComponentProps } from 'react'
import { kindOf, titleOf } from '@/components/cases/title'
import { kindWords } from '@/components/figures/figure-head'
import { pathOf } from '@/components/figures/finding'
import { sentenceOf } from '@/components/figures/sentence'
import { weightOf } from '@/components/figures/weight'
import type { Card } from '@/components/pictures/card'
import { CaseBeads, OutcomeMark } from '@/components/pictures/case-drawing'
import { findingDrawing } from '@/components/pictures/finding-drawing'
import { caseById } from '@/db/cases/rows'
import type { Database } from '@/db/connection'
import { readFigureFilter } from '@/domain/figures/filter'
import { mostSaidFirst, type FigureFinding } from '@/domain/figures/finding'
import { isId } from '@/domain/ids'
import type { Words } from '@/messages/words'
import { findingsOnce } from '../figures-once'
import { findingsOfHome } from '../home-findings'
import { sheets } from './sheets'

type Search = Record<string, string>
/** What stands on a card, and the page it leads to. */
export type CardContent = Omit<ComponentProps<typeof Card>, 'dated' | 'home' | 'words'> & { page: string; computed?: true }
type Ask = (database: Database, search: Search, words: Words) => Promise<CardContent | null>

/** The content of a card by its name; null where there is none, or its question is not understood. */
export async function cardOf(name: string, database: Database, search: Search, words: Words): Promise<CardContent | null> {
  const [, id] = /^case-(\d+)$/.exec(name) ?? []
  if (id) return caseCard(database, id, words)
  if (Object.hasOwn(sheets, name)) return sheetCard(name, database, search, words)
  const ask = Object.hasOwn(others, name) ? others[name] : undefined
  return ask ? ask(database, search, words) : null
}

const others: Record<string, Ask> = {
  home: async (database, _, words) => findingCard((await findingsOfHome(database))[0]!, words, '/'),
  stats: async (database, search, words) => {
    const { filter, misread } = readFigureFilter(search)
    if (misread) return null
    const [finding] = mostSaidFirst(await findingsOnce(database, filter))
    return findingCard(finding!, words, '/stats')
  },
  estimate: async (_, __, { site, estimate, home }) => ({ eyebrow: site.name, headline: estimate.title, weight: home.lead, page: '/estimate' }),
  rules: async (_, __, { site, rules }) => ({ eyebrow: site.name, headline: rules.title, weight: rules.intro, page: '/rules' }),
  method: async (_, __, { site, method }) => ({ eyebrow: site.name, headline: method.title, weight: method.intro, page: '/method' }),
  site: async (_, __, { site }) => ({ eyebrow: site.name, headline: site.title, weight: site.description, page: '/' }),
}

async function sheetCard(name: string, database: Database, search: Search, words: Words): Promise<CardContent | null> {
  const { page, ask } = sheets[name]!
  const sheet = await ask(database, search, words)
  return sheet && {
    eyebrow: sheet.whose, headline: sheet.headline, weight: sheet.weight, page, computed: true,
    drawing: sheet.finding && findingDrawing(sheet.finding, words),
  }
}

function findingCard(finding: FigureFinding, words: Words, page = pathOf(finding)): CardContent {
  return {
    eyebrow: kindWords(finding.figure.filter, words), headline: sentenceOf(finding, words), weight: weightOf(finding, words), page, computed: true,
    drawing: findingDrawing(finding, words),
  }
}

/** A case everybody may see. Of one that is hidden or taken back there is no card. */
async function caseCard(database: Database, id: string, words: Words): Promise<CardContent | null> {
  const stored = isId(id) ? await caseById(database, Number(id)) : null
  if (stored?.row.state !== 'live') return null
  const { case: told, row } = stored
  const process = told.facts.process
  return {
    eyebrow: kindOf(told, words), headline: withoutPictures(titleOf(told, words)), weight: words.cases.caseNumber(row.id), page: `/cases/${id}`,
    drawing: <CaseBeads events={told.events} process={process} words={words} />,
    mark: <OutcomeMark outcome={row.outcome} process={process} words={words} />,
  }
}

// Our letters have no faces and hearts.
const withoutPictures = (text: string) => text.replace(/[\p{Extended_Pictographic}\u{fe0f}\u{200d}]/gu, '').replaceAll('**', '').trim()
