import { createHash } from 'node:crypto'

/** What was sent, so that the same id with other content is known. The order in which fields came is no part of it. */
export const sentHash = (input: object): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(input)
          .filter(([, value]) => value !== undefined)
          .sort(),
      ),
    )
    .digest()
