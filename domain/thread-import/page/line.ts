import { readWrittenDate, type WrittenDate } from './written-date'

/** One line of a pasted page. What a line is is told by the line alone; what it belongs to, by its neighbours. */
export type Line = {
  /** From 1. */
  number: number
  text: string
  /** Blanks before it: replies are often set in. */
  indent: number
  /** An empty line stands before it. */
  afterBlank: boolean
} & (
  | { kind: 'text' | 'chrome' | 'more' | 'heading' | 'badge' | 'device' }
  /** Buttons and their numbers, which stand below what they count. */
  | { kind: 'counts'; likes: number | null; replies: number | null; open: 'likes' | 'replies' | 'other' }
  /** When it was written; `edited` where it says only when it was changed. */
  | { kind: 'date'; date: WrittenDate; edited: boolean; device: boolean }
  /** Name and date, or name and device, in one. */
  | { kind: 'headline'; name: string; date: WrittenDate | null; device: boolean }
)

// Nobody is called by so many characters, and no button says so much.
const longestShort = 80

/** Cuts a page into lines and says what each is; empty lines are left out. Linear in the text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = false
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const line = visible(raw)
    const start = startOf(line)
    const trimmed = line.slice(start).trimEnd()
    if (trimmed === '') {
      afterBlank = true
      return
    }
    const base = { number: index + 1, text: trimmed, indent: start, afterBlank }
    lines.push({ ...base, ...kindOf(trimmed) } as Line)
    afterBlank = false
  })
  return joinNumbers(lines)
}

/** A raw line without the signs that nobody sees. */
export function visible(raw: string): string {
  return raw.replace(/[\u200b\ufeff]/g, '')
}

/** Where the words of a line begin, after blanks and the bullet of a copied list. */
export function startOf(line: string): number {
  return /^\s*(?:[•●▪◦]\s*)?/.exec(line)![0].length
}

/** Whether a line could be somebody's name. */
export function isNameLike({ kind, text }: Line): boolean {
  return kind === 'text' && text.length <= 30 && !/[。，！？；：,!?;:“”"（）]/.test(text) && !text.startsWith('回复')
}

function kindOf(text: string): object {
  if (text.length > longestShort) return { kind: 'text' }
  if (chrome.test(text)) return { kind: 'chrome' }
  if (more.test(text)) return { kind: 'more' }
  if (heading.test(text)) return { kind: 'heading' }
  if (badge.test(text)) return { kind: 'badge' }
  const counts = readCounts(text)
  if (counts) return counts
  return readDateLine(text) ?? (device.test(text) && text.replace(device, '').trim() === '' ? { kind: 'device' } : { kind: 'text' })
}

const chrome = /^(?:(?:回答|关注问题|邀请回答|写回答|收藏|分享|举报|复制链接|编辑|删除){2,4}|登录后.{0,20}|请先登录.{0,10}|(?:写|发表|添加)(?:评论|回复|回答)|(?:我来)?回答|邀请回答|关注(?:问题)?|已关注|复制链接|举报|编辑|删除|展开|展开全文|引用|返回顶部|回到顶部|扫一扫.{0,12}|微信扫.{0,14}|微信开放社区|社区首页|首页|小程序社区|问答|分享|收藏|私信|IP ?属地[:：].{1,8})$/
const more = /^(?:正在加载|加载中|加载更多|查看更多|展开更多|更多回复|查看更多回复|(?:查看|展开)(?:全部|其余)? ?\d* ?条?回复|收起(?:回复)?|没有更多(?:了|内容)?|已经到底了|到底了)[.。…· ]*$/
const heading = /^(?:(?:全部|所有|最新|热门|精选|共) ?\d{0,6} ?[个条]? ?(?:评论|回复|讨论|回答|留言)|\d{1,6} ?[个条] ?(?:评论|回复|讨论|回答|留言)) ?[(（]?\d{0,6}[)）]?[:：]?$/
const badge = /^(?:作者|楼主|题主|官方|官方人员|社区官方|置顶|最佳答案|精选|热评|已认证|认证开发者|Lv\.?\d{1,2}|LV\d{1,2}|沙发|\d{1,4} ?楼|#\d{1,4})$/
const device = /(?:发表于|来自) ?(?:移动端|手机端?|小程序端?|客户端|电脑端?|网页端?|PC端?|iPhone|iOS|Android|安卓)/i

const button = /^[\s·|•/]*(赞同|点赞|赞|有用|有帮助|喜欢|踩|反对|回复|评论|讨论|收藏|分享|举报|阅读|浏览|转发)\s*[(（]?\s*(\d[\d,]{0,8}(?:\.\d)?\s*[万wWkK]?)?\+?\s*[)）]?(?![\p{Script=Han}A-Za-z@])/u

/** A line of nothing but buttons with their numbers. */
function readCounts(text: string): object | null {
  const counts: { likes: number | null; replies: number | null; open: string } = { likes: null, replies: null, open: 'other' }
  let rest = text
  while (rest !== '') {
    const found = button.exec(rest)
    if (!found) return null
    const [whole, word, number] = found
    const counted = /^(?:赞|点赞|有用|有帮助|喜欢)/.test(word!) ? 'likes' : /^(?:回复|评论|讨论)/.test(word!) ? 'replies' : 'other'
    const value = number === undefined ? null : readNumber(number)
    if (counted !== 'other' && value !== null) counts[counted] = value
    counts.open = value === null ? counted : 'other'
    rest = rest.slice(whole.length).trimStart()
  }
  return { kind: 'counts', ...counts }
}

function readNumber(text: string): number {
  const number = Number(text.replace(/[^\d.]/g, ''))
  return Math.round(number * (/[万wW]/.test(text) ? 10_000 : /[kK]/.test(text) ? 1000 : 1))
}

const datePrefix = /^(?:(最后一次编辑于|最后编辑于|编辑于|修改于|更新于)|发布于|发表于|创建于|回答于|评论于|回复于|时间[:：])?\s{0,4}/
// One thing after the other: a place ends where the next thing begins, so that nothing is read in two ways.
const afterDate = /^(?:[\s·|•,，()（）]+|已编辑|编辑过|置顶|(?:IP ?属地[:：]|来自)\p{Script=Han}{2,8}?(?=[\s·|•,，()（）]|已编辑|编辑过|置顶|IP|来自|$))/u

function isAfterDate(text: string): boolean {
  let rest = text
  for (let found = afterDate.exec(rest); found; found = afterDate.exec(rest)) rest = rest.slice(found[0].length)
  return rest === ''
}

function readDateLine(text: string): object | null {
  const ofDevice = device.test(text)
  const rest = text.replace(device, ' ').trim()
  const prefix = datePrefix.exec(rest)
  const told = readWrittenDate(rest.slice(prefix?.[0].length ?? 0))
  if (told) {
    const after = rest.slice((prefix?.[0].length ?? 0) + told.length)
    return isAfterDate(after) ? { kind: 'date', date: told.date, edited: prefix?.[1] !== undefined, device: ofDevice } : null
  }
  return readHeadline(rest, ofDevice)
}

/** `张三 2023-11-09`, `张三 · 11-09 · 发表于移动端`, `张三 发表于移动端`. */
function readHeadline(rest: string, ofDevice: boolean): object | null {
  const parts = /^([^\s·|•]{1,24}(?: [^\s·|•\d]{1,12})?)[\s·|•]+(?:作者|楼主)?[\s·|•]*(?:发布于|发表于|回复于)? ?(?=[\d今昨前刚半])/u.exec(rest)
  if (ofDevice && /^[^\s。，！？；：,!?;:]{1,24}$/u.test(rest)) return { kind: 'headline', name: rest, date: null, device: true }
  const told = parts && readWrittenDate(rest.slice(parts[0].length))
  if (!parts || !told || !isAfterDate(rest.slice(parts[0].length + told.length))) return null
  return /[。，！？；：,!?;:]/.test(parts[1]!) ? null : { kind: 'headline', name: parts[1], date: told.date, device: ofDevice }
}

/** A number alone below its button is that button's. */
function joinNumbers(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last?.kind === 'counts' && line.kind === 'text' && !line.afterBlank && /^\d{1,6}$/.test(line.text)) {
      joined.push({
        ...line, kind: 'counts', likes: last.open === 'likes' ? Number(line.text) : null,
        replies: last.open === 'replies' ? Number(line.text) : null, open: 'other',
      })
    } else joined.push(line)
  }
  return joined
}
