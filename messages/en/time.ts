import type { Words } from '../zh'

export const time: Words['time'] = {
  minutes: n => `${n} min`,
  minutesBetween: (least, most) => `${least}–${most} min`,
  hours: n => `${n} h`,
  days: n => (n === 1 ? '1 day' : `${n} days`),
  daysBetween: (from, to) => `${from}–${to} days`,
  atOnce: 'at the same time',
  sameDay: 'same day',
  join: (first, second) => `${first} ${second}`,
  range: (from, to) => (from === to ? from : `${from}–${to}`),
  moreThan: span => `more than ${span}`,
  about: span => `about ${span}`,
  within: span => `within ${span}`,
  unknown: 'time unknown',
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  partOfDay: { night: 'night', morning: 'morning', noon: 'noon', afternoon: 'afternoon', evening: 'evening' },
  weekOf: day => `the week of ${day}`,
  between: (from, to) => `${from} to ${to}`,
}
