import { initialOf } from '@/domain/people/initial'

type Props = {
  name: string
  /** Of domain/people/initial.ts. */
  colour: number
  large?: true
}

/**
 * A circle with the first sign of somebody's name, in the colour of his account: for the eye alone, beside the name. The
 * sign is drawn by the style, so nobody copies, searches or hears it twice.
 */
export function Avatar({ name, colour, large }: Props) {
  return <i aria-hidden="true" className={`avatar avatar-${colour}${large ? ' avatar-large' : ''}`} data-initial={initialOf(name)} />
}
