/** One case and another that tells the same. */
export const merging = {
  title: '版主：并入另一个案例',
  hint: '两个案例写的是同一件事时用。下一步先并排看两个，再决定。',
  into: '并入哪个案例（编号）',
  preview: '先看两个',
  page: '合并两个案例',
  what: (id: number, into: number) => `案例 ${id} 会并入案例 ${into}：它离开列表、搜索和统计，地址转到案例 ${into}；下面的讨论按先后排到那边；赞同、收藏和关注一并过去，每人只算一次。`,
  goes: (id: number) => `并入的：案例 ${id}`,
  stays: (id: number) => `留下的：案例 ${id}`,
  merge: '合并',
  undoTitle: (id: number) => `版主：把案例 ${id} 重新分开`,
  undo: '重新分开',
  mergedBy: (by: string, day: string, reason: string) => `${by} 于 ${day} 合并，理由：${reason}。分开以后，它的讨论连同合并后的回答一起回去。`,
}
