/** A tag as pages show it. */
export type TagWords = {
  slug: string
  nameZh: string
  nameEn: string
  descriptionZh: string
  descriptionEn: string
  /** A case under this tag is told but not counted. */
  leavesFigures: boolean
}

/** A tag on a case: who put it there, when (epoch milliseconds) and why. */
export type TagOnCase = TagWords & { id: number; by: string; at: number; reason: string }

/** What an import proposed. A word that is no tag of ours comes with null. */
export type TagSuggestion = { slug: string; tag: TagWords | null }

/** `cases`: how many live cases stand under it. */
export type TagInBook = TagWords & { retiredAt: number | null; synonyms: string[]; cases: number }

export type TagGroupInBook = { slug: string; nameZh: string; nameEn: string; tags: TagInBook[] }
