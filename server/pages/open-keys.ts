/**
 * A remembered page gives everybody the same keys in its forms. Here they are marked as such, so that the door of acts
 * (app/open-key.ts) makes each of them a person's own. `components/form/form-key.tsx` writes the field; what people typed
 * never holds a quotation mark of its own.
 */
export function markOpenKeys(html: string): string {
  return html.replaceAll('name="key" value="', 'name="key" value="open-')
}
