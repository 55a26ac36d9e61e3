import type { CheckinState, EndReason } from '../../shared/checkin/states'
import type { RecordAction } from '../../shared/record/actions'
import { type Act, note } from '../kernel/record'
import { type CheckinRow, setState } from './queries'

interface Step {
  to: CheckinState
  record: RecordAction
  reason?: EndReason
}

/** One move of a check-in: its state and its line on the record, told to its member. */
export async function takeStep(act: Act, row: CheckinRow, { to, record, reason }: Step) {
  const { community_id: communityId, id, state } = row
  await Promise.all([
    setState(act.tx, [communityId, id, to, act.now, reason ?? null, act.as ? act.caller.personId : null]),
    note(act, {
      communityId,
      action: record,
      subjectKind: 'checkin',
      subjectId: id,
      aboutId: row.person_id === act.caller.personId ? null : row.person_id,
      before: { state },
      after: { state: to, ...(reason && { reason }) },
    }),
  ])
  return { state: to }
}
