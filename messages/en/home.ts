import type { Words } from '../zh'

export const home: Words['home'] = {
  lead: 'How long others waited in mini-program certification, filing and renaming, and what came of it, as they told it.',
  askTitle: 'How much longer?',
  askButton: 'See how long',
  newest: 'Newest cases',
  allCases: 'All cases',
  lastRule: 'The latest rule change',
  allRules: 'All rule changes',
  tellTitle: 'Have you been through one?',
  tell: 'It takes ninety seconds to write down, and somebody after you waits less in the dark. Write first, sign in afterwards.',
}
