import { startingCauses } from './starting-causes'

export type StartingTag = {
  slug: string
  zh: { name: string; description: string }
  en: { name: string; description: string }
  /** A case under this tag is told but not counted. */
  leavesFigures?: true
  /** Other words for it; whoever asks for one of them finds the tag. */
  synonyms?: readonly string[]
}

export type StartingGroup = { slug: string; zh: string; en: string; tags: readonly StartingTag[] }

/** The tags an empty site begins with. Moderators may add to them and edit them; this list is then not asked again. */
export const startingGroups: readonly StartingGroup[] = [
  {
    slug: 'verification',
    zh: '核对',
    en: 'Verification',
    tags: [
      {
        slug: 'verified_times',
        zh: { name: '版主已核对时间', description: '版主看过截图一类的凭据，时间与写的一致。凭据看完即删，不保存。' },
        en: { name: 'Times checked', description: 'A moderator saw evidence such as screenshots and the times agree with it. The evidence was deleted afterwards.' },
        synonyms: ['时间已核对', '已核对', 'checked times'],
      },
      {
        slug: 'verified_outcome',
        zh: { name: '版主已核对结果', description: '版主看过凭据，结果与写的一致；时间没有核对。' },
        en: { name: 'Outcome checked', description: 'A moderator saw evidence of the outcome; the times were not checked.' },
        synonyms: ['结果已核对', 'checked outcome'],
      },
      {
        slug: 'unverified',
        zh: { name: '未核实', description: '说法重要或少见，还没有人核对过。照常计入统计。' },
        en: { name: 'Not checked', description: 'An important or unusual account that nobody has checked yet. It counts as any other.' },
        synonyms: ['待核实', 'unconfirmed'],
      },
      {
        slug: 'secondhand',
        zh: { name: '转述', description: '写的是别人的经历，或转自别处。' },
        en: { name: 'Second hand', description: 'Told about somebody else, or taken from elsewhere.' },
        synonyms: ['听说', '转载', 'hearsay'],
      },
    ],
  },
  { slug: 'cause', zh: '原因', en: 'Cause', tags: startingCauses },
  {
    slug: 'rule_era',
    zh: '规则时期',
    en: 'Rule era',
    tags: [
      {
        slug: 'before_2023_09',
        zh: { name: '2023 年 9 月之前', description: '经过发生在备案制度实施（2023-09-01）之前。' },
        en: { name: 'Before September 2023', description: 'It happened before filing became compulsory (2023-09-01).' },
      },
      {
        slug: '2023_09_to_2023_12_24',
        zh: { name: '2023-09-01 至 2023-12-24', description: '备案已经实施，个人认证在这段时间里开放；未认证还不影响被搜索和分享。' },
        en: { name: '2023-09-01 to 2023-12-24', description: 'Filing was compulsory and certification was opened to persons; being uncertified did not yet limit search and sharing.' },
      },
      {
        slug: 'since_2023_12_25',
        zh: { name: '2023-12-25 起', description: '此日起，个人经快速注册接口创建的小程序要先认证，才能被搜索和分享；发布不受影响。' },
        en: { name: 'Since 2023-12-25', description: 'A program that a person makes through the quick-registration interface from this day on must be certified before it can be searched for and shared; releasing it is not affected.' },
      },
    ],
  },
  {
    slug: 'handling',
    zh: '处理',
    en: 'Handling',
    tags: [
      {
        slug: 'joke',
        zh: { name: '玩笑', description: '说笑、反话，或显然没有发生过。留着给人看，不计入统计。' },
        en: { name: 'Joke', description: 'Said in jest, or plainly did not happen. It stays to be read and is not counted.' },
        leavesFigures: true,
        synonyms: ['段子', '反话', '调侃', 'prank', 'satire'],
      },
      {
        slug: 'duplicate',
        zh: { name: '重复', description: '同一次经过已经另有一个案例。只统计一次。' },
        en: { name: 'Duplicate', description: 'The same passage is told in another case already. It is counted once.' },
        leavesFigures: true,
        synonyms: ['重复案例', '重复提交', 'repost', 'double post'],
      },
      {
        slug: 'unverifiable',
        zh: { name: '无法核实', description: '前后矛盾，或与其他所有案例对不上，问过作者仍说不清。不计入统计。' },
        en: { name: 'Cannot be verified', description: 'Contradicts itself or every other case, and asking the author did not settle it. Not counted.' },
        leavesFigures: true,
        synonyms: ['存疑', 'dubious'],
      },
      {
        slug: 'coordinated',
        zh: { name: '疑似成批编造', description: '与其他案例像是同一批编出来的。调查期间不计入统计。' },
        en: { name: 'Possibly coordinated', description: 'Looks made up in one batch with others. Not counted while it is looked into.' },
        leavesFigures: true,
        synonyms: ['刷案例', '水军', 'astroturfing', 'fabricated'],
      },
      {
        slug: 'wrong_process',
        zh: { name: '审核类型选错', description: '说的是另一种审核，例如把代码审核记成了认证。作者改正之前不计入统计。' },
        en: { name: 'Wrong process', description: 'It tells of another review, such as a code review filed as certification. Not counted until the author corrects it.' },
        leavesFigures: true,
        synonyms: ['选错类型', 'misfiled'],
      },
      {
        slug: 'answered',
        zh: { name: '问题已有答复', description: '作者问的事，讨论里已经有可靠的答复。' },
        en: { name: 'Answered', description: 'What the author asked has a dependable answer in the thread.' },
        synonyms: ['已解决', '已回答', 'solved'],
      },
      {
        slug: 'worth_reading',
        zh: { name: '经过详尽', description: '步骤、时间和原因都写得清楚，适合先读。' },
        en: { name: 'Well told', description: 'Steps, times and reasons are all clear; a good one to read first.' },
        synonyms: ['推荐阅读', 'recommended'],
      },
    ],
  },
]
