/** What a rule change rests on, its secure addresses as links: a moderator's word, not ours, so no credit goes with them. */
export function Basis({ text }: { text: string }) {
  return (
    <bdi>
      {text.split(secureAddress).map((part, at) => (
        at % 2 === 1 ? <a key={at} href={part} rel="nofollow noreferrer" className="break-all">{part}</a> : part
      ))}
    </bdi>
  )
}

// Until a space, Han, or a mark that no address holds; a full stop or bracket at the end belongs to the sentence.
const secureAddress = /(https:\/\/[\w.~:/?#@!$&*+;=%,'()-]*[\w/#=&%-])/
