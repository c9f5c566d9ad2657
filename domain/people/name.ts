import { z } from 'zod'
import { holdsPersonalData } from '../case/masking'
import { countGraphemes } from '../text/graphemes'
import { prototypes } from './confusables'
import { reservedWholly, reservedWithin } from './reserved-names'

export const shortestName = 2
export const longestName = 20

// The scripts whose look-alikes confusables.ts knows; a further script joins together with its look-alikes.
const letter = String.raw`(?=[\p{L}〇々])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}`
  + String.raw`\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇々]|[ー\uAC00-\uD7A3]`
const permitted = new RegExp(String.raw`^(?:${letter}|[0-9_\- ·])*$`, 'u')
const visible = new RegExp(String.raw`(?:${letter}|[0-9])`, 'u')
// Format signs, fillers, joiners, variation selectors, directions: everything that takes no ink.
const invisible = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

export type NameProblem =
  | 'name_empty' | 'name_short' | 'name_long' | 'name_invisible' | 'name_character' | 'name_mixed_scripts'
  | 'name_separators' | 'name_reserved' | 'name_personal'

/**
 * A name as it is kept and shown: NFC, full-width Latin as ordinary (an accident of the input method), one space
 * where there were several. Judges nothing.
 */
export function cleanName(typed: string): string {
  return typed.replace(/[\uFF01-\uFF5E]/g, sign => sign.normalize('NFKC')).replace(/[ \t\u00A0\u3000]+/g, ' ')
    .replace(/^ | $/g, '').normalize('NFC')
}

/** What is left of a name when somebody has closed the account: no name can look like it, since none may hold the sign. */
export function leftName(id: number): string {
  return `#${id}`
}

export function hasLeft(name: string): boolean {
  return name.startsWith('#')
}

/** What speaks against a clean name, or null. Whether it is taken only the database knows. */
export function nameProblem(name: string): NameProblem | null {
  if (name === '') return 'name_empty'
  if (!name.isWellFormed() || invisible.test(name)) return 'name_invisible'
  if (!permitted.test(name)) return 'name_character'
  const length = countGraphemes(name)
  if (length < shortestName) return 'name_short'
  if (length > longestName) return 'name_long'
  if (!visible.test(name) || /^[ ·]|[ ·]$|[ ·]{2}/.test(name)) return 'name_separators'
  if (mixesLookAlikeScripts(name)) return 'name_mixed_scripts'
  if (isReserved(name)) return 'name_reserved'
  // A name is public: a phone or ID number is never one.
  if (holdsPersonalData(name)) return 'name_personal'
  return null
}

/** The schema of a name in a form: cleans, then answers one code. */
export const nameSchema = z.string().max(400, 'name_long').transform(cleanName).superRefine((name, context) => {
  const problem = nameProblem(name)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** How a name is found: NFKC, without invisible signs, without case. Two people never share one. */
export function nameKey(name: string): string {
  return fold(cleanName(name).normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, ''))
}

/**
 * How a name looks (UTS 39 §4 skeleton, before and after folding the case: a capital may look like what its small
 * letter does not). Two people never share one. Unlike nameKey it is good for comparing only.
 */
export function nameSkeleton(name: string): string {
  const plain = cleanName(name).normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
  return shapes(fold(shapes(plain)))
}

function shapes(text: string): string {
  return Array.from(text.normalize('NFD'), letter => prototypes.get(letter) ?? letter).join('').normalize('NFD')
}

// Upper case first: it joins what lower case alone leaves apart (ß and ss, ς and σ, ſ and s).
function fold(text: string): string {
  return text.toUpperCase().toLowerCase().normalize('NFKC')
}

// Latin, Greek and Cyrillic share half their shapes; beside Han, kana or Hangul none of them deceives.
function mixesLookAlikeScripts(name: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]
  return scripts.filter(script => script.test(name)).length > 1
}

function isReserved(name: string): boolean {
  return bothCases(name).some(shape => wholly.has(shape) || within.some(word => shape.includes(word)))
}

// A capital may look like what its small letter does not (Н and н), so a word is compared in both.
const bothCases = (name: string) => [bareSkeleton(name), bareSkeleton(fold(name))]

const bareSkeleton = (name: string) => nameSkeleton(name).replace(/[ _\-·]/g, '')
const wholly = new Set(reservedWholly.flatMap(bothCases))
const within = reservedWithin.flatMap(bothCases)
