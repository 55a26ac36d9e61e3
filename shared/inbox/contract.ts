import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, moment } from '../kernel/fields'

export const inboxLine = z.object({
  lineId: id,
  communityId: id,
  at: instant,
  subjectKind: z.string(),
  subjectId: id,
  action: z.string(),
  /** What it is about: a whistle's first words, a home, a role. */
  subject: z.string(),
  /** What happened, to whom it is told; who did it stands in front. */
  says: z.string(),
  /** What happens next, where something does. */
  next: z.nullable(z.string()),
  actor: z.string(),
  /** Steps that this line stands for. */
  times: z.int(),
  unread: z.boolean(),
  after: z.nullable(z.looseObject({})),
})

export const inbox = {
  'inbox.list': endpoint({
    method: 'GET',
    path: '/api/inbox',
    input: z.strictObject({ after: z.optional(cursor) }),
    output: z.object({ items: z.array(inboxLine), next: z.nullable(z.string()), unread: z.int() }),
  }),
  'inbox.unread': endpoint({
    method: 'GET',
    path: '/api/inbox/unread',
    input: z.strictObject({}),
    output: z.object({ unread: z.int() }),
  }),
  /** All up to a moment are read. */
  'inbox.read': endpoint({
    method: 'POST',
    path: '/api/inbox/read',
    input: z.strictObject({ until: moment }),
    output: z.object({ unread: z.int() }),
  }),
}
