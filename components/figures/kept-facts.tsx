import type { EstimateFigure } from '@/domain/figures/estimate'
import { placeOfQuestion, type KeptFigure } from '@/domain/figures/kept'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { isoOf, sayInstant } from '../say/time'

type Props = {
  kept: KeptFigure
  /** How many rows it was counted from. */
  rows: number
  lang: Language
  words: Words
}

/** When a figure was kept, and the way to the same question today. */
export function KeptWhen({ kept: { kind, question, at }, lang, words: { kept } }: Omit<Props, 'rows'>) {
  return (
    <p className="mt-4 text-small text-soft">
      {kept.keptAt} <time dateTime={isoOf(at)}>{sayInstant(at)}</time>{kept.keptFixed}{' '}
      <a className="inline-flex min-h-11 items-center" href={pathIn(lang, placeOfQuestion(kind, question))}>
        {kept.today}
      </a>
    </p>
  )
}

/** What a kept figure rests on, its files, and how anybody computes it again. */
export function KeptFacts({ kept, rows, words }: Omit<Props, 'lang'>) {
  const { ref, kind, question, method, dataHash } = kept
  const base = `/api/v1/figures/${ref}`
  const files = [[`${base}/rows.csv`, 'rows.csv'], [`${base}/rows.ndjson`, 'rows.ndjson'], [base, 'figure.json']] as const
  const facts = [
    [words.kept.rows, words.kept.rowCount(rows)],
    [words.kept.method, method],
    [words.kept.question, <code key="question">{Object.entries(question).map(([name, value]) => `${name}=${value}`).join('  ')}</code>],
    [words.kept.hash, <code key="hash">{dataHash}</code>],
    [words.kept.ref, <code key="ref">{ref}</code>],
  ] as const
  return (
    <section className="mt-10" aria-labelledby="check">
      <h2 id="check" className="text-lead">{words.kept.checkTitle}</h2>
      <dl className="mt-2 max-w-prose text-small">
        {facts.map(([name, value]) => (
          <div key={name} className="border-b border-hair py-2 md:grid md:grid-cols-[9rem_1fr]">
            <dt className="text-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap gap-x-6">
        {files.map(([href, name]) => <a key={href} className="inline-flex min-h-11 items-center" href={href}><code>{name}</code></a>)}
      </p>
      <p className="hint max-w-prose">{words.kept.columns[kind]}</p>
    </section>
  )
}

type Again = { npm: string; r: string }

/** The two ways to compute a figure again, as they are typed. */
export function Recompute({ kept: figure, words: { kept } }: Pick<Props, 'kept' | 'words'>) {
  const share = shareIn(figure)
  const again = share ? ofShare(share) : ofWaits(figure)
  if (!again) return null
  return (
    <section className="mt-8" aria-labelledby="again">
      <h2 id="again" className="text-lead">{kept.againTitle}</h2>
      <p className="mt-2 max-w-prose">{share ? kept.againShares : kept.againWaits}</p>
      <Typed>{again.npm}</Typed>
      <p className="mt-4 max-w-prose">{kept.orR}</p>
      <Typed>{again.r}</Typed>
    </section>
  )
}

function Typed({ children }: { children: string }) {
  return <pre className="mt-2 max-w-prose whitespace-pre-wrap border-s-2 border-hair ps-3 text-small leading-6"><code>{children}</code></pre>
}

const ofShare = ({ x, n }: { x: number; n: number }): Again =>
  ({ npm: `npm run --silent wilson -- ${x} ${n}`, r: `prop.test(${x}, ${n}, correct = FALSE)$conf.int` })

/** The share that stands first in the figure. */
function shareIn(kept: KeptFigure): { x: number; n: number } | null {
  const first = kept.kind === 'names' ? kept.answer.told.either
    : kept.kind === 'softwareCopyright' ? kept.answer.demanded
      : kept.kind === 'reasons' ? kept.answer.reasons[0] : undefined
  return !first || first.x === null || first.share === null ? null : { x: first.x, n: first.n }
}

const survival = (file: string) => `npm run --silent survival -- --file ${file}`

function ofWaits(kept: KeptFigure): Again | null {
  const plain = (r: string) => ({ npm: survival('rows.csv'), r: `library(survival)\nrows <- read.csv("rows.csv")\n${r}` })
  switch (kept.kind) {
    case 'durations': return plain(`${fit('Surv(time, status > 0) ~ 1')}\n${quantiles}`)
    case 'comparison': return plain(`${fit('Surv(time, status > 0) ~ group')}\n${quantiles}
survdiff(Surv(time, status > 0) ~ group${kept.answer.by === 'rule' ? '' : ' + strata(stratum)'}, data = rows)`)
    case 'outcomes': return plain(`${fit(`${states(kept.answer.endings.length)} ~ 1`)}\nsummary(fit, times = c(1, 3, 7, 14, 30))`)
    case 'outcomeMonths': return plain(`${fit(`${states(kept.answer.endings.length)} ~ group`)}
summary(fit, times = ${kept.answer.days}, extend = TRUE)`)
    case 'nameChanges': return plain(`${fit(`${states(kept.answer.verdicts.length)} ~ group`)}
summary(fit, times = ${kept.answer.days}, extend = TRUE)`)
    case 'rounds': case 'orders':
      return plain(`${fit(`${states(kept.answer.endings.length)} ~ 1`)}\nsummary(fit, times = 2 * (1:${Math.max(1, kept.answer.steps.length)}) + 1, extend = TRUE)`)
    case 'trend': return plain(`${fit(`${kept.answer.measure === 'answered' ? 'Surv(time, status > 0)' : states(2)} ~ stratum`)}
summary(fit, times = ${kept.answer.within.time}, extend = TRUE)`)
    case 'robustness': return plain(`${fit('Surv(time, status > 0) ~ group')}\nquantile(fit, .5)`)
    case 'estimate': return ofEstimate(kept.answer)
    default: return null
  }
}

/** Those who had waited as long: on a day somebody was still waiting who was seen to wait through the day before. */
function ofEstimate({ waited, scale }: EstimateFigure): Again {
  const longer = scale === 'day' ? waited - 1 : waited
  return {
    npm: `awk -F, 'NR == 1 || $3 > ${longer}' rows.csv > longer.csv\n${survival('longer.csv')}`,
    r: `library(survival)\nrows <- subset(read.csv("rows.csv"), time > ${longer})\n${fit('Surv(time, status > 0) ~ 1')}\nquantile(fit, c(.1, .25, .5, .75, .9))$quantile - ${waited}`,
  }
}

const fit = (formula: string) => `fit <- survfit(${formula},\n  data = rows, conf.type = "log-log")`
const states = (causes: number) => `Surv(time, factor(status, 0:${causes}))`
const quantiles = 'quantile(fit, c(.1, .25, .5, .75, .9))'
