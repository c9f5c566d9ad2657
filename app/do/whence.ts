/** The page a form stood on, at an anchor, without the draft that is no longer one. */
export function whence({ back }: { back: string }, anchor: string): string {
  const [path = '/', query = ''] = back.split('#')[0]!.split('?')
  const params = new URLSearchParams(query)
  params.delete('draft')
  return `${path}${params.size > 0 ? `?${params}` : ''}#${anchor}`
}
