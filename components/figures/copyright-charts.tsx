import type { SoftwareCopyrightFigure } from '@/domain/figures/software-copyright'
import type { Words } from '@/messages/words'
import { byShare, leadingTitle, named } from '../charts/named-shares'
import { ShareBars } from '../charts/share-bars'
import { Question } from './question'
import { pictureIn, Take, type Taking } from './take'

type Props = { figure: SoftwareCopyrightFigure; taking?: Taking; words: Words }

/** By which kind of name it is demanded: what most tells the cases apart. */
export function copyrightAnswer({ patterns, rankings }: SoftwareCopyrightFigure, words: Words): string {
  const { stats, codes } = words
  return leadingTitle(byShare(named(patterns, codes.namePattern), rankings.patterns), stats.copyrightByPattern, stats.copyrightByAt, words, rankings.patterns)
}

/** Demands for a software copyright by kind of program and by kind of name. */
export function CopyrightCharts({ figure, taking, words }: Props) {
  const { stats, codes, paths } = words
  const { rankings, filter } = figure
  const categories = byShare(named(figure.categories, codes.category), rankings.categories)
  const patterns = byShare(named(figure.patterns, codes.namePattern), rankings.patterns)
  return (
    <Question
      id="copyright" ask={paths.ask.copyright} weight={[]} words={words}
      take={<Take kind="softwareCopyright" question={filter} brief taking={taking} words={words} />}
    >
      <ShareBars
        title={leadingTitle(categories, stats.copyrightByCategory, stats.copyrightByAt, words, rankings.categories)} shares={categories}
        caption={stats.sharesCaptionOnce} words={words} pooling={rankings.categories}
        picture={pictureIn(taking, 'software-copyright', filter, words)}
      />
      <ShareBars
        title={copyrightAnswer(figure, words)} shares={patterns}
        caption={stats.sharesCaption} words={words} pooling={rankings.patterns}
        picture={pictureIn(taking, 'software-copyright-names', filter, words)}
      />
    </Question>
  )
}
