import { createHmac } from 'node:crypto'
import { keyFor } from '../../kernel/secrets'

/** Of one meeting, worked out from the house's key: there is nothing to keep, and nothing to be read in a table. */
export const secretOf = (communityId: string, meetingId: string): string =>
  createHmac('sha256', keyFor('meeting sign-in')).update(`${communityId}/${meetingId}`).digest('hex')
