/** What can be wrong with a reply, a vote or an edit; part of messages.problems. */
export const threadProblems = {
  follows_too_many: '关注的已经有 500 个，请先取消一些。',
  words_needed: '还没有写内容。',
  words_too_long: '最多 20,000 个字符，请分成几条。',
  parent_gone: '你要回复的那一条刚刚被删除了。内容替你留着，可以直接发在案例下面。',
  parent_hidden: '你要回复的那一条刚刚被版主隐藏了。内容替你留着，可以直接发在案例下面。',
}
