import { z } from 'zod'

/** A tag's place in addresses: small letters, digits, - and _; never changed once given. */
export const tagSlugSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{1,39}$/, 'tag_slug_form')
