import { monthsAtMost } from '../../shared/rates/definitions'
import { monthsOf, spanOf } from '../../shared/rates/words'
import { Refused } from '../kernel/refused'

interface Period {
  fromMonth: string
  toMonth: string
}

/** The months asked about, or why not. */
export function readPeriod({ fromMonth, toMonth }: Period) {
  const months = monthsOf(fromMonth, toMonth)
  if (months.length === 0) throw new Refused('months_reversed')
  if (months.length > monthsAtMost) throw new Refused('months_too_many')
  return { months, ...spanOf(fromMonth, toMonth) }
}
