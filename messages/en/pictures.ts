import type { Words } from '../zh'
import { siteSeal } from '../site-name'

export const pictures: Words['pictures'] = {
  lang: 'en',
  get seal() { return siteSeal() },
  picture: 'Picture',
  embed: 'Embed',
  embedTitle: 'Put this chart on another page',
  embedHow: 'Copy what stands below into your page. The picture follows new cases; it carries no script and counts nobody.',
  embedAlt: 'The description for screen readers is in it already.',
  print: 'For paper or a chat take the PNG.',
  toPage: 'See the page of this chart',
  badQuestion: 'There is no such chart',
  notFound: 'There is no such chart.',
  notUnderstood: 'The address asks for something we do not know. Open the picture from its page once more.',
  nothingDrawn: 'Too few cases to draw.',
  dated: (method, day) => `${method} · ${day}`,
  note: (number, when, what) => `${number}  ${when}: ${what}`,
  howLong: 'How much longer',
}
