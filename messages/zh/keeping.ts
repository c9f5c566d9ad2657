/** What moderators do with threads. */
export const keeping = {
  title: { lock: '版主：锁定讨论', unlock: '版主：解除锁定', move: '版主：移动这条回复和下面的讨论' },
  lock: '锁定',
  unlock: '解除锁定',
  lockHint: '锁定后不能再发新回复，理由写在讨论下面；已有的回复照常能看、能赞同、能由作者修改。',
  lockedBy: (by: string, day: string, reason: string) => `${by} 于 ${day} 锁定，理由：${reason}`,
  locked: (reason: string) => `讨论已被版主锁定，不再接受新回复。理由：${reason}`,
  lockedMeanwhile: (reason: string) => `（你写的时候，版主锁定了这个讨论。理由：${reason}）`,
  kept: '你写的还没有发出，替你留着：',
  move: '移动',
  moveHint: '连同下面的回答一起移到另一个案例，原处留下一行“已移走”，原来的地址继续有效。移回来时回到原来的位置。',
  moveTo: '移到哪个案例（编号）',
  movedTo: (caseId: number) => `这条回复和下面的讨论已经移到案例 ${caseId}。`,
  movedLink: '去看',
}
