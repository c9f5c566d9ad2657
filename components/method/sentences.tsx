/** What is to be known, a sentence or two each. */
export function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="mt-2 max-w-prose list-disc space-y-1.5 ps-5 marker:text-soft">
      {of.map(sentence => <li key={sentence}>{sentence}</li>)}
    </ul>
  )
}
