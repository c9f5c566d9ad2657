import type { ReactNode } from 'react'

/**
 * Draws what asks nobody anything into HTML, at once. React takes a part of a page that it is given so as one string, where
 * each element of it would pass Next's server, its stream and a second drawing: of fifty replies some twenty milliseconds.
 */
export async function drawing(): Promise<(node: ReactNode) => string> {
  // Next lets no page import it by name.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup
}
