import type { Outcome } from '@/domain/codes'
import { pageOf } from '@/domain/figures/filter'
import type { AfterDemand as After } from '@/domain/figures/software-copyright'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { areCounted, byShare, firstTitle, named } from '../charts/named-shares'
import { ShareBars } from '../charts/share-bars'
import { sayShare } from './say'
import { pictureIn, type Taking } from './take'

type Props = { after: After; taking?: Taking; lang: Language; words: Words }

/** What became of those asked for a software copyright: counts so far, and how the whole case went. */
export function AfterDemand({ after, taking, lang, words }: Props) {
  const { stats, codes, paths } = words
  const { n, so_far, had, responses, supplied, results, outcomes } = after
  const { proof: _, ...filter } = outcomes.filter
  const place = (chart: string) => pictureIn(taking, `software-copyright-${chart}`, filter, words)
  return (
    <section id="after" className="mt-14 border-t border-hair pt-5">
      <p className="eyebrow">{paths.ask.after}</p>
      <h2 className="text-lead">{responsesTitle(after, words)}</h2>
      {!so_far && <p className="mt-2">{n === 0 ? stats.afterNone : stats.afterFew}</p>}
      {so_far && (
        <>
          <p className="mt-2 max-w-prose">
            {stats.afterSoFar(n, partsOf(n, so_far, words).join(stats.listJoin))}
          </p>
          {supplied.x !== null && supplied.n > 0 && (
            <p className="max-w-prose">{stats.afterSupplied(supplied.x, supplied.n)}</p>
          )}
          <p>
            <a className="inline-flex min-h-11 items-center" href={pathIn(lang, pageOf('/stats/outcomes', outcomes.filter))}>
              {stats.afterOutcomes}
            </a>
          </p>
          {areCounted(responses) && (
            <ShareBars
              title={firstTitle(byShare(named(responses, paths.response)), paths.responsesTitlePlain, words)} shares={named(responses, paths.response)} caption={paths.responsesCaption}
              words={words} role="plain" picture={place('responses')}
            />
          )}
          {areCounted(had) && (
            <ShareBars
              title={firstTitle(byShare(named(had, codes.softwareCopyright)), stats.afterHad, words)} shares={named(had, codes.softwareCopyright)} caption={stats.sharesCaptionOnce}
              words={words} role="plain" picture={place('had')}
            />
          )}
          {areCounted(results) && (
            <ShareBars
              title={firstTitle(byShare(named(results, codes.proofResult)), stats.afterResults, words)} shares={named(results, codes.proofResult)} caption={stats.sharesCaptionOnce}
              words={words} role="plain" picture={place('results')}
            />
          )}
        </>
      )}
    </section>
  )
}

/** What was done, the shares that may be said; those who still wait are said too. */
export function responsesTitle({ n, responses }: Pick<After, 'n' | 'responses'>, words: Words): string {
  const { stats, paths } = words
  const said = responses.filter(({ share }) => share !== null)
  if (said.length === 0) return stats.afterTitle
  const parts = said.map(({ code, share }) =>
    paths.responsesPart(paths.response[code as keyof typeof paths.response], sayShare(share!, words)))
  return paths.responsesTitle(n, parts.join(stats.listJoin))
}

/** Each kind of end that may be told apart, then all others together. */
function partsOf(n: number, soFar: NonNullable<After['so_far']>, { stats, codes }: Words): string[] {
  const parts = Object.entries(soFar) as [Outcome, number][]
  const rest = n - parts.reduce((sum, [, count]) => sum + count, 0)
  const said = parts.map(([outcome, count]) => stats.afterPart(codes.outcome[outcome], count))
  return rest > 0 ? [...said, stats.afterRest(rest, parts.length > 0)] : said
}
