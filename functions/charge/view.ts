import { sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import type { SpaceKind } from '../../shared/space/kinds'
import { sayNumber, spaceKindWords } from '../../shared/space/words'
import type { ChargeRow } from './queries'

/** 3 号停车位 2026年11月, 卫生费 2026年11月. */
export const sayCharge = (c: ChargeRow): string =>
  `${c.number === null ? c.account : `${sayNumber(c.number)}${spaceKindWords[c.kind as SpaceKind]}`} ${sayPeriod(c.period)}`

export const showCharge = (c: ChargeRow): Output<'charge.list'>['items'][number] => ({
  chargeId: c.id,
  says: sayCharge(c),
  leaseId: c.lease_id,
  homeId: c.home_id,
  who: c.who,
  from: c.from_day,
  to: c.to_day,
  dueOn: c.due_on,
  fen: c.fen,
  loweredFen: c.lowered_fen,
  paidFen: c.paid_fen,
})
