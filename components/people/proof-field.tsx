import type { Words } from '@/messages/words'
import { TextField } from '../form/field'

type Props = {
  /** What is asked of him (app/prove.ts). */
  proof: 'none' | 'password' | 'sign_in'
  field?: 'password' | 'current_password'
  name: string
  error: string | undefined
  words: Words['people']
}

/** The password, where it is asked for before something that keeps the account safe is changed. */
export function ProofField({ proof, field = 'password', name, error, words }: Props) {
  if (proof !== 'password') return <input type="hidden" name={field} value="" />
  return (
    <>
      {/* For password managers: whose password this is. */}
      <input type="hidden" autoComplete="username" value={name} />
      <TextField name={field} label={words.currentPassword} type="password" autoComplete="current-password" required error={error} />
    </>
  )
}
