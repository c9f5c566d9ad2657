import type { Language } from './languages'

type Said = { title: string; text: string }

// What our server says by itself, before any page is made.
export const doorWords: Record<Language, {
  busy: Said & { yours: string; again: string }
  limited: { title: string; text: (seconds: number) => string }
  tooLarge: Said
  /** What a program is told in its place (domain/api/problem.ts). */
  problems: Record<'limited' | 'unavailable' | 'body_too_large', { title: string; detail: string }>
  starting: Said
  unreadable: Said
}> = {
  zh: {
    busy: { title: '现在太忙', text: '网站一时忙不过来，这次没有保存。写的内容都在下面，过几秒再发一次就好。', yours: '写的内容', again: '再发一次' },
    limited: { title: '来得太快', text: seconds => `这个地址一分钟里打开得太多了，请 ${seconds} 秒后再来。` },
    tooLarge: { title: '太大了', text: '发来的内容超出了能收下的大小。' },
    problems: {
      body_too_large: { title: '内容太大', detail: '一次最多 512 kB。' },
      limited: { title: '太快了', detail: '这个地址问得太多了。等 Retry-After 说的秒数再问；RateLimit-Limit 说明一秒、一分钟各能问几次。' },
      unavailable: { title: '暂时不能用', detail: '网站一时忙不过来，或者正在启动。等 Retry-After 说的秒数，用同一个 Idempotency-Key 再发。' },
    },
    starting: { title: '正在启动', text: '网站正在启动，请稍等一会儿再打开。' },
    unreadable: { title: '地址不对', text: '这个地址里有读不懂的字符，也许是复制时少了一截。' },
  },
  en: {
    busy: { title: 'Too busy right now', text: 'The site cannot keep up for a moment, and this was not saved. What you wrote stands below; send it again in a few seconds.', yours: 'What you wrote', again: 'Send again' },
    limited: { title: 'Too fast', text: seconds => `Too much was opened from this address within a minute. Please come back in ${seconds} s.` },
    tooLarge: { title: 'Too large', text: 'What was sent is larger than what can be taken.' },
    problems: {
      body_too_large: { title: 'Too large', detail: 'A body has at most 512 kB.' },
      limited: { title: 'Too fast', detail: 'Too much was asked from this address. Ask again after the seconds of Retry-After; RateLimit-Limit says how much may be asked in a second and in a minute.' },
      unavailable: { title: 'Away for a moment', detail: 'The site cannot keep up for a moment, or is starting. Send it again after the seconds of Retry-After, under the same Idempotency-Key.' },
    },
    starting: { title: 'Starting', text: 'The site is starting; please open it again in a moment.' },
    unreadable: { title: 'Not an address', text: 'Some signs in this address cannot be read; perhaps it was not copied whole.' },
  },
}
