import type { Known } from '@/domain/people/audience'
import { Whether } from '../reader/whether'

/** A button that asks for the opposite of what is: pressed where it is held, and then it lets go. */
export function WishButton({ held, yes, no }: { held: Known; yes: string; no: string }) {
  return <Whether is={held} yes={<Button pressed label={yes} />} no={<Button pressed={false} label={no} />} />
}

function Button({ pressed, label }: { pressed: boolean; label: string }) {
  return (
    <>
      <input type="hidden" name="wanted" value={pressed ? 'off' : 'on'} />
      <button className="word-button" aria-pressed={pressed}>{label}</button>
    </>
  )
}
