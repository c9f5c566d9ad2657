/** A case as a program would send it; the manual shows it, and a test sends it. */
export const exampleCase = {
  process: 'certification',
  subject: 'personal',
  program_age: 'existing',
  kind: 'mini_program',
  category: 'tool',
  name_pattern: ['coined'],
  proof_demanded: ['none'],
  words: 'Paid in the morning, called half an hour later.',
  events: [
    { type: 'paid', at: ['2026-11-09', '2026-11-09'] },
    { type: 'called', since_previous_minutes: [20, 30] },
    { type: 'still_waiting', at: ['2026-11-10T09:00+08:00', '2026-11-10T09:00+08:00'] },
  ],
}

/** What is answered to it. */
export const exampleAnswer = { id: 12, page: '/cases/12', masked: [] }
