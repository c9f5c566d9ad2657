/** An element with its attributes and its contents, which are XML already; those that are null are left out. */
export function element(
  name: string, attributes: Record<string, string | null> = {}, ...contents: (string | null)[]
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escape(value)}"`]))
  const inner = contents.filter(it => it !== null).join('')
  return inner === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner}</${name}>`
}

/** Any text as XML. What XML 1.0 has no way to say, not even as a reference (§2.2 `Char`), is left out. */
export function escape(text: string): string {
  return text.replace(unspeakable, '').replace(/[&<>"'\t\n\r]/g, sign => `&#${sign.charCodeAt(0)};`)
}

// Controls but tab and line ends, halves of a pair, and the two that are no characters.
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
