import type { ReactNode } from 'react'

/** What the eye would see, as HTML. */
export async function markupOf(node: ReactNode): Promise<string> {
  // Next lets no route import it by name.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(node)
}
