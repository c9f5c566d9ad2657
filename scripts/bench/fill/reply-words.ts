import { renderWords } from '../../../domain/text/markdown'
import { termsToIndex } from '../../../domain/text/terms'
import type { Random } from '../../../domain/simulation/random'
import { answers, backAndForth } from '../../demo-words'

/** What a reply says, as it is stored: rendered, and cut for the search. */
export type Said = { words: string; html: string; renderVersion: number; terms: string }

/**
 * So many different replies, of one to four sentences. Besides what everybody says most of them name something: two signs
 * out of three thousand, a few of them everywhere and most of them rare, as the words of a language are.
 */
export function someReplies(count: number, random: Random): Said[] {
  return Array.from({ length: count }, () => {
    const sentences = Array.from({ length: 1 + Math.min(3, Math.floor(random.exponential(0.9))) }, () =>
      random.chance(0.6) ? random.one(random.chance(0.5) ? answers : backAndForth) : naming(random))
    return saidAs(sentences.join(random.chance(0.15) ? '\n\n' : ''))
  })
}

export function saidAs(words: string): Said {
  const { html, version } = renderWords(words)
  return { words, html, renderVersion: version, terms: termsToIndex(words).join(' ') }
}

function naming(random: Random): string {
  const name = someSign(random) + someSign(random)
  return random.one([
    `我的名字里有“${name}”，等了 ${random.whole(1, 40)} 天。`, `${name}这个类目也要问吗？`, `隔壁的${name}也是这样，第 ${random.whole(2, 9)} 次才过。`,
    `改成${name}以后就过了。`, `**${name}**那边说材料要重新交，${random.whole(9, 18)} 点前打电话。`,
  ])
}

const signs = 3000
const firstSign = 0x4e00

// By Zipf's law: the sign of rank r comes about once in r.
function someSign(random: Random): string {
  return String.fromCodePoint(firstSign + Math.floor(signs ** random.unit()) - 1)
}
