import type { Motive, Process } from '../codes'
import type { Step } from './course'
import type { Program } from './program'
import type { Random } from './random'

// What made-up people write. It is content, like the cases themselves, and no text of the site: never translated.

export type Writing = { title?: string, words?: string, motive?: Motive }

/** Title, words and motive; many people leave one or all of them out. */
export function write(program: Program, seen: readonly Step[], over: boolean, random: Random): Writing {
  const last = seen.at(-1)!
  const good = over && (last.type === 'approved' || last.type === 'filed' || last.type === 'renamed')
  const refused = seen.some(({ type }) => ['sent_back', 'platform_refused', 'bureau_refused'].includes(type))
  const mood = good ? (refused ? 'atLast' : 'smooth') : over ? 'ended' : refused ? 'refused' : 'waiting'
  const title = `${who(program, random)}${processNames[program.process]}${random.one(titles[mood])}`
  const sentences = [random.one(openings[mood]), ...details(program, seen, random), random.one(closings[mood])]
  return {
    ...(random.chance(0.55) && { title }),
    ...(random.chance(0.6) && { words: sentences.filter(Boolean).join('') }),
    ...(random.chance(0.75) && { motive: random.weighted(motivesOf[mood]) }),
  }
}

type Mood = 'smooth' | 'atLast' | 'ended' | 'refused' | 'waiting'

const processNames: Record<Process, string> = {
  certification: '微信认证', renewal: '年审', filing: '小程序备案', rename: '改名', code_review: '代码审核',
}

const motivesOf: Record<Mood, Partial<Record<Motive, number>>> = {
  smooth: { share: 7, record: 3 },
  atLast: { share: 6, record: 3, complain: 1 },
  ended: { complain: 7, ask: 2, record: 1 },
  refused: { ask: 5, complain: 4, record: 1 },
  waiting: { ask: 6, record: 3, complain: 1 },
}

const titles: Record<Mood, readonly string[]> = {
  smooth: ['一次通过', '很顺利，记录一下时间', '比想象的快', '当天就有结果'],
  atLast: ['改了又改终于过了', '折腾几轮通过，说说经过', '被打回后通过'],
  ended: ['没过，不打算再试了', '最后没有成功', '放弃了，说说原因'],
  refused: ['被打回，求助', '又被打回了', '驳回理由看不懂'],
  waiting: ['提交了还在等', '一直没有动静', '等结果中，大家要多久'],
}

const openings: Record<Mood, readonly string[]> = {
  smooth: ['记录一下，给后面的人参考。', '整个过程没什么波折。', '之前看别人说要很久，我这次倒是挺快。'],
  atLast: ['前后折腾了几次，总算过了。', '第一次没过，按要求改了以后通过。', '说说中间踩的坑。'],
  ended: ['试了几次，最后还是没有成功。', '费用不退，先到这里。', '说说我为什么不继续了。'],
  refused: ['刚收到打回通知。', '没想到会卡在这里。', '看了打回理由还是不太明白要怎么改。'],
  waiting: ['资料都交了，现在只能等。', '提交以后页面一直是审核中。', '先占个位置，有结果再来更新。'],
}

const closings: Record<Mood, readonly string[]> = {
  smooth: ['祝大家都顺利。', '', '以上。', '有问题可以回复我。'],
  atLast: ['希望能帮到遇到同样问题的人。', '', '耐心一点，总会过的。'],
  ended: ['有成功的朋友说说经验吧。', '', '先这样了。'],
  refused: ['有没有遇到过同样情况的？', '下一步该改名还是补材料？', ''],
  waiting: ['大家一般等了多久？', '', '周末是不是不处理？'],
}

function who({ subject, category }: Program, random: Random): string {
  const subjects: Partial<Record<Program['subject'], string>> = { personal: '个人', company: '企业', sole_trader: '个体户' }
  const categories: Partial<Record<Program['category'], string>> = {
    tool: '工具类', education: '教育类', life: '生活类', commerce: '电商',
  }
  return (subjects[subject] ?? '') + (random.chance(0.4) ? categories[category] ?? '' : '')
}

function details(program: Program, seen: readonly Step[], random: Random): string[] {
  const told: string[] = []
  const say = (applies: boolean, sentence: string) => applies && random.chance(0.55) && told.push(sentence)
  const happened = (type: Step['type']) => seen.some(step => step.type === type)
  const reasons = new Set(seen.flatMap(step => step.reasons ?? []))
  say(happened('called'), '审核电话是工作时间打来的，核对了一下主体和名称。')
  say(happened('call_missed'), '第一次电话没接到，后来又打来了。')
  say(happened('proof_requested'), '对方要求补充证明材料。')
  say(reasons.has('name_app_like'), '说名称像 App，要软著或者改名。')
  say(reasons.has('name_generic'), '说名称太通用，没有辨识度。')
  say(reasons.has('name_brand'), '说名称可能涉及别人的商标。')
  say(reasons.has('name_unrelated'), '说名称和主体没有关联。')
  say(happened('sms_sent'), '短信核验记得在 24 小时内完成。')
  say(happened('bureau_received'), '提交管局以后就只能等短信了。')
  say(program.subject === 'personal' && happened('paid'), '审核费三十，不退。')
  return told
}
