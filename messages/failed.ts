import type { Language } from './languages'

// What a page says when it could not be made. By themselves: the rest of the words may be what failed.
export const failedWords: Record<Language, { title: string; text: string; again: string }> = {
  zh: { title: '出错了', text: '这一页没有打开，数据没有改动。请稍后再试一次。', again: '再试一次' },
  en: { title: 'Something went wrong', text: 'This page could not be opened; no data was changed. Please try again in a moment.', again: 'Try again' },
}
