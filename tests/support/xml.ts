import { SaxesParser } from 'saxes'

/** An element of a document: its name with its prefix, its attributes, what is in it. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

/** Reads a document as a strict parser does: anything not well formed, and an unknown prefix, throws. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', error => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name, children: [], text: '', attributes: Object.fromEntries(Object.values(attributes).map(it => [it.name, it.value])),
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', said => { open.at(-1)!.text += said })
  parser.write(text).close()
  return root.children[0]!
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(child => child.name === name)
}

/** The text of the one child of this name; throws when there are more or none. */
export function textOf(element: XmlElement, name: string): string {
  const [child, ...more] = childrenOf(element, name)
  if (!child || more.length > 0) throw new Error(`${element.name} has ${more.length + (child ? 1 : 0)} ${name}`)
  return child.text
}

/** Where the one link of this kind leads; null without one. */
export function linkOf(element: XmlElement, rel: string): string | null {
  const links = childrenOf(element, 'link').filter(link => link.attributes.rel === rel)
  if (links.length > 1) throw new Error(`${links.length} links are ${rel}`)
  return links[0]?.attributes.href ?? null
}
