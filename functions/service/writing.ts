import type { InferInsertModel } from 'drizzle-orm'
import { service } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import type { RecordAction } from '../../shared/record/actions'
import type { Counted } from '../../shared/service/hours'
import { type Act, addOnce } from '../kernel/record'
import { isLong } from './counting'
import type { During } from './queries'

interface Times {
  inAt: string
  outAt: string
  sure?: boolean | undefined
}
export const spanOf = ({ inAt, outAt }: Times) => ({ from: new Date(inAt), to: new Date(outAt) })

/** What is wrong with times that a worker writes down of somebody who was checked in for so long. */
export function refuseTimes(times: Times, { since, until }: During, now: Date) {
  const span = spanOf(times)
  const day = dayOf(span.from)
  if (day < since || (until !== null && day > until)) return 'service_outside' as const
  if (span.to <= span.from) return 'out_before_in' as const
  if (span.to > now) return 'service_ahead' as const
  return isLong(span) && !times.sure ? ('service_long' as const) : undefined
}

type Row = InferInsertModel<typeof service>
/** A whole service by the worker's hand, confirmed with it. */
export const addWritten = (
  act: Act,
  row: Pick<Row, 'communityId' | 'id' | 'checkinId' | 'taskId' | 'correctsId' | 'reason' | 'sentHash'>,
  times: Times,
  counted: Counted,
  about: { action: RecordAction; personId: string | null; more?: object },
) => {
  const { from, to } = spanOf(times)
  return addOnce(
    act,
    service,
    {
      ...row,
      whoId: row.checkinId,
      state: 'confirmed',
      inAt: from,
      inWay: 'worker',
      outAt: to,
      outWay: 'worker',
      ...counted,
      settledBy: act.caller.personId,
      settledAt: act.now,
    },
    {
      communityId: row.communityId,
      action: about.action,
      subjectKind: 'service',
      subjectId: row.id,
      aboutId: about.personId,
      after: { state: 'confirmed', minutes: counted.counted, ...about.more },
    },
    // the database puts the person there; minutes are counted anew
    ['whoId', 'whole', 'atWork', 'twice', 'counted', 'settledBy', 'settledAt', 'state'],
  )
}
