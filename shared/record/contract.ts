import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page } from '../kernel/fields'

export const recordEntry = z.object({
  entryId: id,
  at: instant,
  action: z.string(),
  /** Said in plain words. */
  says: z.string(),
  actorId: z.nullable(id),
  /** By role and place, as the reader may know them. */
  actor: z.string(),
  subject: z.string(),
  subjectId: id,
  before: z.nullable(z.looseObject({})),
  after: z.nullable(z.looseObject({})),
})

export const record = {
  /** What happened to one thing of a community, newest first. */
  'record.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/record',
    input: z.strictObject({ communityId: id, subjectId: z.optional(id), after: z.optional(cursor) }),
    output: page(recordEntry),
  }),
  /** What others did that concerns the caller: granted, decided, looked at. */
  'record.mine': endpoint({
    method: 'GET',
    path: '/api/record',
    input: z.strictObject({ after: z.optional(cursor) }),
    output: page(recordEntry),
  }),
}
