import type { Output } from '../../shared/contract'
import type { LeaseRow, WaitRow } from './queries'

export const showLease = (l: LeaseRow): Output<'lease.list'>['items'][number] => ({
  leaseId: l.id,
  spaceId: l.space_id,
  kind: l.kind,
  number: l.number,
  homeId: l.home_id,
  who: l.who,
  plate: l.plate,
  from: l.from_day,
  to: l.to_day,
  agreed: l.agreed_unit === null ? null : { unit: l.agreed_unit, fen: l.agreed_fen! },
  owedFen: l.owed,
  prepaidFen: l.prepaid,
  depositFen: l.deposit,
})

export const showWait = (w: WaitRow): Output<'lease.waiting'>['items'][number] => ({
  waitId: w.id,
  place: w.place,
  since: w.at.toISOString(),
  mine: w.mine,
  called: w.called,
  homeId: w.home_id,
  who: w.who,
  plate: w.plate,
})
