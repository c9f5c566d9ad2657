import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a class of a drawing means where there is no style sheet: an SVG that travels alone carries its colours itself, in
 * attributes, which every reader of SVG and every content policy lets pass. Null for a class that no picture knows.
 */
export function inkOf(name: string): { attribute: string; value: string } | null {
  if (name === 'font-semibold' || name === 'font-bold') return { attribute: 'font-weight', value: '600' }
  const [, attribute, role] = /^(fill|stroke|text)-([a-z-]+)$/.exec(name) ?? []
  if (!attribute || !role) return null
  const value = role === 'none' ? 'none' : themeValue(`color-${role}`)
  return value ? { attribute: attribute === 'text' ? 'color' : attribute, value } : null
}

/** A token of the light theme as app/theme.css has it, by its name without the dashes before it. */
export function themeValue(name: string): string | undefined {
  tokens ??= readTokens(readFileSync(join(process.cwd(), 'app/theme.css'), 'utf8'))
  return tokens.get(name)
}

let tokens: Map<string, string> | undefined

// The first block is light; dark re-points the same names beneath.
function readTokens(css: string): Map<string, string> {
  const [light = ''] = css.split('@media')
  return new Map([...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]))
}

/** Markup of a drawing with every class turned into the attributes it stands for. */
export function inked(markup: string): string {
  return markup.replace(/ class="([^"]*)"/g, (_, names: string) => names.split(/\s+/)
    .map(inkOf).map(ink => (ink ? ` ${ink.attribute}="${ink.value}"` : '')).join(''))
}
