import type { FollowSubject } from '@/domain/following/subjects'

/** What a notice says of something followed: who did it, the case's name, and what happened how often. */
export type FollowedNews = {
  actor: string
  title: string
  tag: string
  replies: number
  /** `outcome`: it has come to an end. */
  revised: 'outcome' | 'event' | null
  hidden: boolean
  restored: boolean
}

export const following = {
  follow: {
    case: '关注', tag: '关注这个标签', person: '关注', filter: '关注这个筛选', figure: '数字变了告诉我',
  } satisfies Record<FollowSubject, string>,
  stop: {
    case: '已关注', tag: '已关注这个标签', person: '已关注', filter: '已关注这个筛选', figure: '数字变了会告诉你',
  } satisfies Record<FollowSubject, string>,
  subjects: { case: '案例', tag: '标签', person: '人', filter: '筛选', figure: '数字' } satisfies Record<FollowSubject, string>,
  title: '关注',
  about: '关注的案例有新进展，标签或筛选下有新案例，关注的人发了案例或回复，都会在通知里告诉你。自己做的事不会通知自己。',
  none: '还没有关注什么。案例、标签、筛选后的列表和统计页上都有“关注”按钮。',
  since: '关注于',
  end: '取消关注',
  endOf: (name: string) => `取消关注：${name}`,
  gone: '已经不在了',
  more: '更早的关注',
  sayCase: (news: FollowedNews) => {
    const { actor, title, replies, revised, hidden, restored } = news
    if (replies === 1 && !revised && !hidden && !restored) return `${actor} 在你关注的“${title}”里发表了回复`
    const parts = [
      revised === 'outcome' && '有了结果', revised === 'event' && '有新的进展', replies > 0 && `有 ${replies} 条新回复`,
      hidden && '被版主隐藏', restored && '已被版主恢复',
    ].filter(Boolean)
    return `你关注的“${title}”${parts.join('，')}`
  },
  sayNew: {
    tag: ({ title, tag }: FollowedNews) => `你关注的标签“${tag}”下有新案例：“${title}”`,
    person: ({ title, actor }: FollowedNews) => `你关注的 ${actor} 发布了新案例：“${title}”`,
    filter: ({ title }: FollowedNews) => `有新案例符合你关注的筛选：“${title}”`,
  },
  joinNames: (process: string, stage: string) => `${process} · ${stage}`,
  sayFigure: (what: string, before: string, after: string) => `你关注的数字变了：${what}，一半的人从 ${before} 变为 ${after}`,
  sayPerson: ({ actor, title, replies }: FollowedNews) =>
    (replies > 1 ? `你关注的 ${actor} 在“${title}”里发表了 ${replies} 条回复` : `你关注的 ${actor} 在“${title}”里发表了回复`),
}
