import { sayAdvance, sayTakenBack } from '../../shared/advance/words'
import type { Output } from '../../shared/contract'
import { showDecision } from '../account/deciding'
import type { advancesOf } from './queries'

type Row = Awaited<ReturnType<typeof advancesOf>>[number]

export const planOf = (v: Row) => ({ totalFen: v.total_fen, from: v.from_period, months: v.months })

export const showAdvance = (v: Row): Output<'advance.list'>['items'][number] => ({
  advanceId: v.id,
  name: v.name,
  // an owner does not reach the register of organisations
  organisation: v.organisation ?? '物业公司',
  totalFen: v.total_fen,
  repaidFen: v.repaid_fen,
  owedFen: v.reversed ? 0 : v.total_fen - v.repaid_fen,
  from: v.from_period,
  months: v.months,
  shareBp: v.share_bp,
  decision: showDecision(v),
  reversed: v.reversed,
  says: v.reversed ? sayTakenBack(v.total_fen) : sayAdvance(planOf(v), v.repaid_fen),
})
