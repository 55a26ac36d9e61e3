import type { MeetingState } from '../../shared/meeting/states'
import type { RecordAction } from '../../shared/record/actions'
import { type Act, note } from '../kernel/record'
import { type StandingRow, setMeeting } from './queries'

interface Step {
  to: MeetingState
  record: RecordAction
  noticed?: Date
  began?: Date
  ended?: Date
  reason?: string
  after?: Record<string, unknown>
}

/** One move of a meeting: its state and its line on the record, in one batch. */
export async function takeStep(act: Act, meeting: StandingRow, step: Step): Promise<void> {
  const { community_id: communityId, id, state } = meeting
  const { to, record, noticed, began, ended, reason, after } = step
  await Promise.all([
    setMeeting.state(act.tx, [
      communityId,
      id,
      to,
      noticed ?? null,
      began ?? null,
      ended ?? null,
      reason ?? null,
    ]),
    note(act, {
      communityId,
      action: record,
      subjectKind: 'meeting',
      subjectId: id,
      before: { state },
      after: { state: to, ...after },
    }),
  ])
}
