import { maskedKinds, type MaskedKind } from '../codes'
import { dayNumberOf } from './interval'

/** What stands where something personal stood: no letters and no digits, so that no pattern finds it again. */
export const mask = '███'

/**
 * Finds what must never be stored (who somebody is, the numbers by which a person or a program can be looked up) and
 * masks it, in the order of `masks`: an ID before the long number it would also be. Masking twice changes nothing more.
 * Every pattern is of bounded length, so the time is linear in the text.
 */
export function maskPersonalData(text: string): { text: string; masked: MaskedKind[] } {
  const found = new Set<MaskedKind>()
  let masked = text
  for (const { kind, pattern, holds, keep } of masks) {
    masked = masked.replace(pattern, (match: string, ...groups: unknown[]) => {
      if (holds && !holds(match)) return match
      found.add(kind)
      return keep ? `${String(groups[0] ?? '')}${mask}` : mask
    })
  }
  return { text: masked, masked: maskedKinds.filter(kind => found.has(kind)) }
}

/** Whether a text holds anything that would be masked. */
export function holdsPersonalData(text: string): boolean {
  return maskPersonalData(text).masked.length > 0
}

type Mask = {
  kind: MaskedKind
  pattern: RegExp
  /** Looked at where the form alone does not tell. */
  holds?: (match: string) => boolean
  /** The first group stays in front of the mask. */
  keep?: boolean
}

// Digits as typed on a Chinese keyboard may be full-width; groups may be set apart.
const d = '[0-9０-９]'
const gap = '[ \\u00a0\\u3000·.－-]?'
const before = '(?<![0-9０-９])'
const after = '(?![0-9０-９])'

// Every character that stands for a province on a filing number.
const provinceInitials = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新'

const masks: Mask[] = [
  {
    kind: 'url_token',
    pattern: /((?:https?|wss?|ftp):\/\/[^\s<>"'，。；！？）】」?#]{1,2000})[?#][^\s<>"'，。；！？）】」]{1,2000}/gi,
    holds: url => tellsSecret(url.slice(url.search(/[?#]/))),
    keep: true,
  },
  {
    // A password written into an address.
    kind: 'url_token',
    pattern: /((?:https?|wss?|ftp):\/\/)[^\s/@<>"']{1,200}:[^\s/@<>"']{0,200}@/gi,
    keep: true,
  },
  {
    kind: 'email',
    pattern: /[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g,
  },
  {
    kind: 'id_number',
    pattern: new RegExp(
      `${before}${d}{6}${gap}${d}{4}${gap}${d}{4}${gap}${d}{3}[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])`, 'g'),
    holds: isIdNumber,
  },
  {
    kind: 'credit_code',
    pattern: /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/gi,
    holds: isCreditCode,
  },
  { kind: 'app_id', pattern: /wx[0-9a-f]{16}(?![0-9a-f])/gi },
  { kind: 'original_id', pattern: /gh_[0-9a-f]{12}(?![0-9a-f])/gi },
  {
    kind: 'wechat_id',
    pattern: /((?:微信|wechat|weixin|v信|vx)(?: ?(?:号|id))? ?[:：] ?)[A-Za-z][A-Za-z0-9_-]{5,19}/gi,
    keep: true,
  },
  {
    kind: 'filing_number',
    pattern: new RegExp(`[${provinceInitials}] ?ICP ?[备证] ?(?:${d}){1,14} ?号(?: ?[-－] ?${d}{1,4}[A-Za-z]?)?`, 'gi'),
  },
  { kind: 'registration_number', pattern: new RegExp(`${d}{4} ?SR ?${d}{5,9}`, 'gi') },
  { kind: 'registration_number', pattern: new RegExp(`第 ?${d}{7,12} ?号`, 'g') },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?:[+＋]?(?:86|８６)${gap})?${before}[1１][3-9３-９]${d}${gap}${d}{4}${gap}${d}{4}${after}`, 'g'),
  },
  {
    // A phone number that follows its country code without a gap.
    kind: 'phone', pattern: new RegExp(`${before}(?:[+＋]|00)?(?:86|８６)[1１][3-9３-９]${d}{9}${after}`, 'g'),
  },
  // Four groups of four and more: a card.
  { kind: 'digits', pattern: new RegExp(`${before}${d}{4}(?:[ -]${d}{4}){3,4}(?:[ -]?${d}{1,3})?${after}`, 'g') },
  { kind: 'digits', pattern: new RegExp(`${d}{8,}`, 'g'), holds: digits => !isDate(plain(digits)) },
]

const secretNames = new Set([
  'token', 'access_token', 'refresh_token', 'id_token', 'auth', 'authorization', 'key', 'apikey', 'api_key', 'secret',
  'sign', 'signature', 'sig', 'ticket', 'pass_ticket', 'session', 'sessionid', 'session_id', 'sid', 'code', 'openid',
  'unionid', 'password', 'pwd', 'uin', 'wxtoken', 'phone', 'mobile', 'appid',
])

function tellsSecret(query: string): boolean {
  return query.split(/[?#&;]/).some(pair => {
    const [name, ...value] = pair.split('=')
    if (value.length === 0) return false
    // A value nobody could have typed is one a machine gave to one person.
    return secretNames.has(name!.toLowerCase()) || /^[A-Za-z0-9_%~.-]{24,}$/.test(value.join('='))
  })
}

const plain = (text: string) =>
  text.replace(/[０-９Ｘｘ]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[^0-9A-Za-z]/g, '')

/** GB 11643: a day of birth that exists, and a check digit mod 11. */
function isIdNumber(text: string): boolean {
  const id = plain(text).toUpperCase()
  if (dayNumberOf(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`) === null) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

/** GB 32100: a check character mod 31. */
function isCreditCode(text: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const code = text.toUpperCase()
  let [sum, weight] = [0, 1]
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** 20231109, 202311091405 and 20231109140530 are moments, not numbers of something. */
function isDate(digits: string): boolean {
  const parts = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:([01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/.exec(digits)
  return parts !== null && dayNumberOf(`${parts[1]}-${parts[2]}-${parts[3]}`) !== null
}
