import { longestName, nameKey, shortestName } from '../people/name'

// "@林小满 你好" calls somebody. Chinese names end without a space, so that only who is known tells where: the longest known
// name that the text goes on with is meant.

/** People by how their name is found (`nameKey`). */
export type KnownPeople = ReadonlyMap<string, number>
/** A piece of text, or somebody who is called in it. */
export type CalledPiece = { text: string } | { at: string; name: string; id: number }

/** How many people one text can call: more is a crowd, and whoever calls a crowd means nobody. */
export const mostCalled = 10
// What is looked up is bounded whatever is typed.
const mostSigns = 40

// "a@b.cn" calls nobody, "问@林" does: before the sign stands no letter of an address.
const sign = /(?<![\p{Script=Latin}\p{N}_.+\-/@＠])[@＠]/gu
const nameSign = /^[\p{L}〇々ー0-9_\- ·]$/u
const wordSign = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9_]/u

/** Every name that may be meant in a text, as keys to look people up by. */
export function namesSought(text: string): string[] {
  const keys = signsIn(text).flatMap(at => beginnings(text, at + 1)).map(nameKey)
  return [...new Set(keys)]
}

/** Cuts a text into what is said and who is called; the pieces joined are the text again. Whoever is called is added to `called`, as long as that has room. */
export function cutAtCalls(text: string, known: KnownPeople, called: Set<number>): CalledPiece[] {
  const pieces: CalledPiece[] = []
  let from = 0
  for (const at of signsIn(text)) {
    const name = beginnings(text, at + 1).find(it => known.has(nameKey(it)))
    const id = name === undefined ? undefined : known.get(nameKey(name))
    if (name === undefined || id === undefined || (!called.has(id) && called.size >= mostCalled)) continue
    called.add(id)
    if (at > from) pieces.push({ text: text.slice(from, at) })
    pieces.push({ at: text[at]!, name, id })
    from = at + 1 + name.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}

function signsIn(text: string): number[] {
  return [...text.matchAll(sign)].slice(0, mostSigns).map(({ index }) => index)
}

/** What may be a name from here on, the longest first. "@linda" does not call Lin. */
function beginnings(text: string, from: number): string[] {
  const signs: string[] = []
  // Two units a sign at most.
  for (const it of text.slice(from, from + 2 * longestName)) {
    if (signs.length === longestName || !nameSign.test(it) || (signs.length === 0 && /[ ·]/.test(it))) break
    signs.push(it)
  }
  const names: string[] = []
  for (let length = signs.length; length >= shortestName; length--) {
    const last = signs[length - 1]!
    const name = signs.slice(0, length).join('')
    const next = text.slice(from + name.length, from + name.length + 1)
    if (/[ ·]/.test(last) || (wordSign.test(last) && wordSign.test(next))) continue
    names.push(name)
  }
  return names
}

const callInHtml = /<a href="\/people\/n\/(\d+)">([@＠])([^<>]*)<\/a>/g

/**
 * Who is called, as it stands in stored HTML: a link that holds when names change. A link that people write themselves has a
 * `rel`, so that nothing they type looks like it.
 */
export function callHtml({ at, name, id }: { at: string; name: string; id: number }): string {
  return `<a href="/people/n/${id}">${at}${escaped(name)}</a>`
}

/** The ids of all who are called in stored HTML, each once. */
export function calledInHtml(html: string): number[] {
  return [...new Set([...html.matchAll(callInHtml)].map(([, id]) => Number(id)))]
}

/** Stored HTML with the names that people have today; whoever left is a number, and leads nowhere. */
export function withTodaysNames(html: string, names: ReadonlyMap<number | null, string>, hasLeft: (name: string) => boolean): string {
  return html.replace(callInHtml, (_, id: string, at: string) => {
    const name = names.get(Number(id)) ?? `#${id}`
    if (hasLeft(name)) return `${at}${escaped(name)}`
    return `<a href="/people/${encodeURIComponent(name.toWellFormed()).replace(/'/g, '%27')}">${at}${escaped(name)}</a>`
  })
}

/** The same in another language's pages; `prefix` is what stands before its paths, such as `/en`. */
export function callsUnder(html: string, prefix: string): string {
  return prefix === '' ? html : html.replace(/<a href="(\/people\/[^"]*)">(?=[@＠])/g, `<a href="${prefix}$1">`)
}

function escaped(text: string): string {
  return text.replace(/["&<>]/g, it => ({ '"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[it]!)
}
