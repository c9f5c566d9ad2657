import type { threadImportProblems as zh } from '../zh/thread-import-problems'

export const threadImportProblems: typeof zh = {
  thread_page_needed: 'Paste the text of the page.',
  thread_page_too_long: 'That is too long: 300,000 characters at a time. Paste the post with some of its comments first, then the rest.',
  thread_page_unread: 'No post and no comment was recognised in this. Copy from the title on, with the name and date of every comment.',
  thread_saved_on: 'That date was not understood. Write it as 2026-02-10, or leave it empty where it is not known.',
  thread_saved_later: 'The page cannot have been saved after today.',
  thread_process_needed: 'Choose the review that this page is mostly about.',
  thread_case_there: ({ id = '' }) => `This comment is case ${id} already; nothing was added twice.`,
}
