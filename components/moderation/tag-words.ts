import type { TagWords } from '@/domain/moderation/tag'
import type { Language } from '@/messages/languages'

export function nameIn(lang: Language, tag: Pick<TagWords, 'nameZh' | 'nameEn'>): string {
  return lang === 'zh' ? tag.nameZh : tag.nameEn
}

export function descriptionIn(lang: Language, tag: Pick<TagWords, 'descriptionZh' | 'descriptionEn'>): string {
  return lang === 'zh' ? tag.descriptionZh : tag.descriptionEn
}
