import { firstGraphemes } from '../text/graphemes'

// Longer is no quote but the thing itself, which is one link away.
const longestQuote = 500

/**
 * What somebody wrote as the beginning of an answer: who and where on the first line, then what he said himself; what he
 * quoted falls away. `at` is the page where it stands. A Markdown block, with an empty line to write on below.
 */
export function quoteOf({ words, who, at }: { words: string; who: string; at: string }): string {
  const own = words.split('\n').filter(line => !/^ {0,3}>/.test(line)).join('\n').replace(/\n{3,}/g, '\n\n').trim()
  const first = firstGraphemes(own, longestQuote)
  const said = first === own ? own : `${first.trimEnd()}…`
  const lines = [`[${escaped(who)}](${at})`, ...said.split('\n')]
  return `${lines.map(line => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

// As a link's text, a name is only a name.
function escaped(name: string): string {
  return name.replace(/[\\`*_[\]<>#!~]/g, sign => `\\${sign}`)
}
