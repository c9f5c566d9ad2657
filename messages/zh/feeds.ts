export const feeds = {
  titleOf: (what: string, site: string) => `${what} · ${site}`,
  follow: '订阅更新',
  thread: (id: number) => `案例 ${id} 下面的讨论，新的在前。`,
  cases: (filter: string) => (filter ? `案例：${filter}` : '案例'),
  about: '用阅读器订阅：案例列表（带上筛选条件）、每个标签、每个人的案例、每个案例的讨论、规则变动和管理记录，各有 Atom 与 JSON Feed 两种格式，链接在各自的页面下方。',
}
