/** What can be wrong with a page that a moderator pastes, or with a case taken from it; part of messages.problems. */
export const threadImportProblems = {
  thread_page_needed: '请粘贴页面的文字。',
  thread_page_too_long: '太长了，一次最多 30 万字。请分成两次，主帖和一部分评论先来。',
  thread_page_unread: '这里面没有认出主帖和评论。请从标题开始，连同每条评论的名字和日期一起复制。',
  thread_saved_on: '日期没有看懂，请写成 2026-02-10 这样；不知道就空着。',
  thread_saved_later: '保存的日子不会在今天以后。',
  thread_process_needed: '请选择这一页主要说的是哪一种审核。',
  thread_case_there: ({ id = '' }: Record<string, string | number>) => `这条评论已经整理成案例 ${id}，没有重复加入。`,
}
