import type { Offline } from '../../kernel/api'
import { Refusal } from '../../kernel/api'

/** What is wrong with one field, if the refusal says so. */
export const fieldSays = (refusal: Refusal | Offline | undefined, field: string): string | undefined =>
  refusal instanceof Refusal ? refusal.fields?.[field] : undefined
