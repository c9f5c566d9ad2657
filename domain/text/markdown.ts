import MarkdownIt, { type Token } from 'markdown-it'
import { mask } from '../case/masking'
import { firstGraphemes } from './graphemes'
import { callHtml, cutAtCalls, namesSought, type KnownPeople } from './mentions'

/** Rises with every change below that alters the HTML, so that what is stored can be told apart and made again. */
export const renderVersion = 3
/** Characters (UTF-16 units). The longest honest reply has a tenth of it. */
export const longestWords = 20_000

/**
 * Markdown as people write it, to HTML that needs no further washing: raw HTML stays text, pictures become links,
 * headings take their place below the page's own. Made once, when something is written; stored with its version.
 * Throws a RangeError above `longestWords`, which forms refuse before. Of `known` people, those who are called become links.
 */
export function renderWords(text: string, known: KnownPeople = new Map()): Rendered {
  if (text.length > longestWords) throw new RangeError(`words of ${text.length} characters`)
  const env: Env = { known, called: new Set() }
  return { html: markdown.render(text, env), version: renderVersion, called: [...env.called!] }
}

/** `called`: the ids of those who are called by name, in their order. */
export type Rendered = { html: string; version: number; called: number[] }

/** The names that may be called in a text, to look up before it is rendered: never in code, nor in a link. */
export function namesSoughtIn(text: string): string[] {
  if (!/[@＠]/.test(text)) return []
  const env: Env = { sought: new Set() }
  markdown.parse(text.slice(0, longestWords), env)
  return [...env.sought!]
}

type Env = { known?: KnownPeople; called?: Set<number>; sought?: Set<string> }

/** The first `length` characters of the words without their markings, on one line: for lists, search and feeds. */
export function plainExcerpt(text: string, length: number): string {
  const enough = length * 4 + 400
  const plain = plainWords(text.slice(0, enough).toWellFormed())
  const first = firstGraphemes(plain, length)
  return first === plain && text.length <= enough ? plain : `${first.trimEnd()}…`
}

/** The words without their markings, on one line. Never built from the HTML: what is escaped there is not here. */
export function plainWords(text: string): string {
  const blocks = markdown.parse(text.slice(0, longestWords), {})
  return blocks.flatMap(block => textOf(block)).join(' ').replace(/\s+/gu, ' ').trim()
}

// The page has its h1, the thread its h2 and a reply its h3.
const demotion = 3
// Quotes in quotes in lists: more levels than this is nobody's thought.
const deepestNesting = 20

const markdown = new MarkdownIt({
  html: false,
  typographer: false,
  linkify: true,
  // In a chat-like thread people press Enter once and mean it.
  breaks: true,
  maxNesting: deepestNesting,
}).disable('table')

// Only what says http:// or https:// is a link by itself; "index.js" and "a@b.cn" are words.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
for (const scheme of ['ftp:', 'mailto:', '//']) markdown.linkify.add(scheme, null)

// What is left of an address of which a part was masked leads nowhere, or to somebody else's page: it stays text, and
// is judged as it was written, before the mask would be percent-encoded.
const normalizeLink = markdown.normalizeLink
markdown.normalizeLink = address => (address.includes(mask) ? address : normalizeLink(address))
markdown.validateLink = address => isSafeLink(address) && !address.includes(mask)

markdown.core.ruler.push('house', ({ tokens, env }) => {
  let quoted = 0
  for (const token of tokens) {
    quoted += token.nesting * Number(token.type.startsWith('blockquote_'))
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = demoted(token.tag)
    if (token.children) token.children = withCalls(flatLinks(token.children), quoted > 0 ? {} : env as Env)
  }
})

markdown.renderer.rules.link_open = (tokens, at, options, _, self) => {
  const link = tokens[at]!
  link.attrs = [['href', String(link.attrGet('href') ?? '')], ['rel', 'nofollow ugc noopener']]
  return self.renderToken(tokens, at, options)
}
markdown.renderer.rules.call = (tokens, at) => callHtml(tokens[at]!.meta as { at: string; name: string; id: number })
// The language after ``` would become a class of the writer's choosing.
markdown.renderer.rules.fence = (tokens, at) => {
  return `<pre><code>${markdown.utils.escapeHtml(tokens[at]!.content)}</code></pre>\n`
}

/** http and https with a host and without a password, or a page of this site. */
function isSafeLink(address: string): boolean {
  if (/[\u0000-\u0020\u007F-\u009F\\]/.test(address)) return false
  if (/^\/(?!\/)/.test(address)) return true
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { username, password, hostname } = new URL(address)
  return username === '' && password === '' && hostname !== ''
}

function demoted(tag: string): string {
  return `h${Math.min(6, Number(tag.slice(1)) + demotion)}`
}

// A picture elsewhere would tell its host who reads here, and when; inside a link it is only its description. And
// an address inside a link is text: browsers tear a link in a link apart.
function flatLinks(tokens: Token[]): Token[] {
  let depth = 0
  return tokens.flatMap(token => {
    if (token.type === 'link_open') return depth++ > 0 ? [] : [token]
    if (token.type === 'link_close') return --depth > 0 ? [] : [token]
    if (token.type !== 'image') return [token]
    const address = String(token.attrGet('src') ?? '')
    const label = textNode(textOf(token).join('') || address)
    return depth > 0 ? [label] : [linkNode('link_open', 1, address), label, linkNode('link_close', -1)]
  })
}

// Text outside of links alone: an address may hold an @, and a link in a link is torn apart. Code is no text token, and a
// quote calls nobody a second time.
function withCalls(tokens: Token[], { known, called, sought }: Env): Token[] {
  let depth = 0
  return tokens.flatMap(token => {
    depth += token.nesting * Number(token.type.startsWith('link_'))
    if (token.type !== 'text' || depth > 0 || !/[@＠]/.test(token.content)) return [token]
    if (sought) for (const key of namesSought(token.content)) sought.add(key)
    if (!known?.size || !called) return [token]
    return cutAtCalls(token.content, known, called).map(piece => ('text' in piece ? textNode(piece.text) : callNode(piece)))
  })
}

function callNode(call: { at: string; name: string; id: number }): Token {
  return Object.assign(textNode(`${call.at}${call.name}`), { type: 'call', meta: call })
}

function textNode(content: string): Token {
  const token = new markdown.core.State('', markdown, {}).Token
  const node = new token('text', '', 0)
  node.content = content
  return node
}

function linkNode(type: string, nesting: 1 | -1, address?: string): Token {
  const node = textNode('')
  Object.assign(node, { type, tag: 'a', nesting })
  if (address !== undefined) node.attrSet('href', address)
  return node
}

function textOf(token: Token): string[] {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return [' ']
  if (token.children) return [token.children.flatMap(textOf).join('')]
  return token.type === 'inline' ? [] : [token.content]
}
