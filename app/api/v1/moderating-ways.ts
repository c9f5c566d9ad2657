import type { Deed } from '../../deed'
import type { Way } from './write-route'

/** Tags on the case in the address. */
export function taggingWay<Draft>(act: 'tag' | 'untag', deed: Deed<Draft>): Way<Draft> {
  return {
    act,
    deed,
    fields: ({ tag, because }, id) => ({ case: [id], tag: [String(tag)], because: [String(because)] }),
    back: id => `/cases/${id}`,
  }
}

/** Hiding the case or the reply in the address, and showing it again. */
export function hidingWay<Draft>(act: 'hide' | 'restore', subject: 'case' | 'reply', deed: Deed<Draft>): Way<Draft> {
  return {
    act,
    deed,
    fields: ({ because }, id) => ({ subject: [subject], id: [id], because: [String(because)] }),
    back: id => (subject === 'case' ? `/cases/${id}` : `/replies/${id}`),
  }
}
