/** A piece of a comment between two marks, and how it is meant. Only what is told as one's own counts as fact. */
export type Clause = {
  text: string
  /** Where it begins in the comment. */
  from: number
  /** Which sentence of the comment it belongs to, from 0. */
  sentence: number
  /** Told as what happened to the writer; not asked, heard, supposed, wished or joked. */
  told: boolean
}

const sentenceEnd = /[。！!？?；;\n~～]/
const mark = /[，,、。！!？?；;\n~～…]/

const asks = /吗|么[？?]?$|呢[？?]?$|多久|多少|怎么(?!说)|如何|哪里|哪儿|哪个|是不是|有没有|能不能|要不要|会不会|可不可以|为什么|为啥|谁知道|有人(?:知道|懂|遇到|试过|和我|跟我)|请问|求问|难道|[？?]$/
const heard = /听说|据说|听人|好像说|有人说|群里|网上|朋友|同事|别人|网友|他们|人家|看到(?:有人|说)|之前有/
const supposes = /如果|要是|假如|只要|万一|的话|除非|否则|的时候再|亲测|若(?!干)|不认证就|不备案就|^以后|以后(?:会|要|再|都)|不然|大概率|估计|恐怕|可能(?:会|要|是|得)|感觉会|应该会|我猜|明天|下次|改天|回头|等我|下个?月/
const wishes = /^(?:建议|希望|但愿|最好|应该)|求官方|得了$|(?:打算|准备|计划|想要?)(?:去|再)?(?:认证|备案|提交|改名|弄|交)/
const jokes = /哈哈哈|\[(?:旺柴|狗头|doge|坏笑|吃瓜)\]|doge|🐶|😂😂|手动狗头|开玩笑|祖宗/i
const quotes = /(?:官方|客服|文档)(?:的)?(?:说|写|原话|回复|答复)/
/** The writer speaks of himself again. */
const self = /(?:^|[^跟和])我(?!朋友|同事|们?老板|家人|觉得|看|猜)/

/** Cuts a comment into clauses and says of each whether it is told as fact. Offsets lead back into the comment. Linear. */
export function clausesOf(comment: string): Clause[] {
  const clauses: Clause[] = []
  let [from, sentence, first] = [0, 0, 0]
  const joke = () => clauses.slice(first).some(({ text }) => jokes.test(text))
  for (let at = 0; at <= comment.length; at++) {
    const sign = comment[at] ?? '\n'
    if (!mark.test(sign)) continue
    const text = comment.slice(from, at) + (/[？?]/.test(sign) ? '？' : '')
    if (text.trim() !== '') clauses.push({ text, from, sentence, told: true })
    from = at + 1
    if (!sentenceEnd.test(sign) && at < comment.length) continue
    if (joke()) for (const clause of clauses.slice(first)) clause.told = false
    judge(clauses, first)
    first = clauses.length
    sentence++
  }
  return clauses
}

/** Hearsay and supposing reach on to the end of their sentence, or until the writer speaks of himself. */
function judge(clauses: Clause[], first: number): void {
  let reaching = false
  for (const clause of clauses.slice(first)) {
    const { text } = clause
    if (self.test(text) && !supposes.test(text)) reaching = false
    if ((heard.test(text) && !self.test(text)) || supposes.test(text) || /我(?:朋友|同事)/.test(text)) reaching = true
    if (reaching || quotes.test(text) || asks.test(text) || wishes.test(text)) clause.told = false
  }
}
