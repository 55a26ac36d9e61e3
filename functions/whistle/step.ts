import type { whistle } from '../../db/schema'
import type { RecordAction } from '../../shared/record/actions'
import type { Caller } from '../../shared/role/caller'
import { actsAs } from '../../shared/whistle/policy'
import type { WhistleAction, WhistleState } from '../../shared/whistle/states'
import { type Act, note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { changeWhistle } from './change'
import { addNote, addPhotos, type StandingRow } from './queries'
import { factsOf } from './standing'

interface Step {
  action: WhistleAction
  record: RecordAction
  /** What changes in the row; `state` among it if it moves. */
  set?: Partial<Omit<typeof whistle.$inferInsert, 'communityId' | 'id'>>
  after?: Record<string, unknown>
  aboutId?: string
  words?: string | undefined
  photoIds?: readonly string[] | undefined
  afterWork?: boolean
}

/** One step of a whistle: what changes, its line on the record, and its words and photos beside it. All in one batch. */
export async function takeStep(
  act: Act & { caller: Caller },
  whistle: StandingRow,
  { action, record, set, after, aboutId, words, photoIds, afterWork = false }: Step,
): Promise<void> {
  const { community_id: communityId, id } = whistle
  const entryId = newId(act.now)
  const by = actsAs(act.caller, factsOf(whistle), action)
  const to: WhistleState | undefined = set?.state
  await Promise.all([
    ...(set && Object.keys(set).length > 0 ? [changeWhistle(act.tx, communityId, id, set)] : []),
    note(act, {
      entryId,
      communityId,
      action: record,
      subjectKind: 'whistle',
      subjectId: id,
      ...(aboutId && { aboutId }),
      ...(to && { before: { state: whistle.state } }),
      after: { ...(to && { state: to }), ...(by && { by }), ...after },
    }),
    ...(words === undefined ? [] : [addNote(act.tx, [communityId, entryId, id, act.caller.personId, words])]),
    ...(photoIds?.length ? [addPhotos(act.tx, [communityId, id, entryId, afterWork, photoIds])] : []),
  ])
}
