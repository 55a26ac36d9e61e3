import type { RecordAction } from '../../shared/record/actions'
import type { ServiceRecordState } from '../../shared/serviceRecord/states'
import { type Act, note } from '../kernel/record'
import type { Acting } from '../kernel/verb'
import { type RecordRow, recordById } from './queries'
import { showRecord } from './view'

type Name = 'serviceRecord.remark' | 'serviceRecord.show' | 'serviceRecord.read' | 'serviceRecord.send'

/** One step of a record: the change, its line, and how it stands after it. */
export async function takeStep(
  act: Pick<Acting<Name, RecordRow>, 'tx' | 'now' | 'caller' | 'as' | 'loaded'>,
  action: RecordAction,
  after: { state: string } & Record<string, unknown>,
  change: Promise<unknown>,
) {
  const { loaded: r, tx, caller, now } = act
  const [, , [row]] = await Promise.all([
    change,
    note(act, {
      communityId: r.community_id,
      action,
      subjectKind: 'serviceRecord',
      subjectId: r.id,
      aboutId: r.person_id === caller.personId ? null : r.person_id,
      before: { state: r.state },
      after,
    }),
    recordById(tx, [r.community_id, r.id]),
  ])
  return showRecord(caller, now)(row!)
}

/** The same step of many at once: a line of each, told to each. */
export const noteEach = (
  act: Act,
  rows: readonly RecordRow[],
  action: RecordAction,
  state: ServiceRecordState,
): Promise<unknown> =>
  Promise.all(
    rows.map((r) =>
      note(act, {
        communityId: r.community_id,
        action,
        subjectKind: 'serviceRecord',
        subjectId: r.id,
        aboutId: r.person_id === act.caller.personId ? null : r.person_id,
        before: { state: r.state },
        after: { state },
      }),
    ),
  )
