import { z } from 'zod'
import { nameSchema } from './name'

/** Long enough that others learn the one name before the next. */
export const daysBetweenNames = 30

/** change-name: the new name; the password where the sign-in lasted. */
export const renamingDraft = z.object({ name: nameSchema, password: z.string() })
