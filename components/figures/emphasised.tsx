/** A sentence from the messages, what stands between ** ** set bold. */
export function Emphasised({ text }: { text: string }) {
  return <>{text.split('**').map((part, i) => (i % 2 === 1 ? <b key={i}>{part}</b> : part))}</>
}
