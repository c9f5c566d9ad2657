import type { Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'

/** A form of this page that came back as it was typed. */
export type Typed = { key: string; act: string; fields: Fields; problems: Problem[] }
