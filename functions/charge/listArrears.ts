import { type Age, ageOf, ages } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { booksOf } from '../account/books'
import { query } from '../kernel/database'
import { read } from '../kernel/verb'

const totalsOf = query<{ due_on: string; owed: number }>(
  'charge.arrearsTotals',
  'select due_on::text, owed::float8 from arrears_of($1, $2)',
)
interface OweRow {
  lease_id: string | null
  home_id: string | null
  who: string
  number: string | null
  plate: string | null
  due_on: string
  owed: number
}
/** By lease and home; rows that only those who keep the books see. */
const owing = query<OweRow>(
  'charge.owing',
  `select c.lease_id, c.home_id, coalesce(l.tenant, h.label, '') as who, s.number, l.plate, c.due_on::text,
     sum(c.fen - c.lowered_fen - c.paid_fen)::float8 as owed
   from charge c
   left join lease l on l.community_id = c.community_id and l.compound_id = c.compound_id and l.id = c.lease_id
   left join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   left join home h on h.community_id = c.community_id and h.id = c.home_id
   where c.community_id = $1 and c.compound_id = $2 and c.paid_fen + c.lowered_fen < c.fen
   group by c.lease_id, c.home_id, l.tenant, h.label, h.sort_key, s.number, l.plate, c.due_on
   order by min(c.due_on), h.sort_key`,
)
const countOwing = query<{ homes: number }>('charge.countOwing', 'select arrears_homes($1, $2)::int as homes')

const none = (): Record<Age, number> => ({ days30: 0, days90: 0, days365: 0, older: 0 })

function byPayer(rows: OweRow[], today: string) {
  const of = new Map<string, ReturnType<typeof open>>()
  const open = (r: OweRow) => ({
    leaseId: r.lease_id,
    homeId: r.home_id,
    who: r.who,
    number: r.number,
    plate: r.plate,
    since: r.due_on,
    owedFen: 0,
    ...none(),
  })
  for (const row of rows) {
    const payer = row.lease_id ?? row.home_id!
    const owes = of.get(payer) ?? open(row)
    owes.owedFen += row.owed
    owes[ageOf(row.due_on, today)] += row.owed
    if (row.due_on < owes.since) owes.since = row.due_on
    of.set(payer, owes)
  }
  return [...of.values()].sort((a, b) => b.owedFen - a.owedFen)
}

/** By how long it is due: in total to owners, by lease and home to those who keep the books. */
export const listArrears = read('charge.arrears', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const key = [communityId, compoundId]
    const [[books], totals, rows, [count]] = await Promise.all([
      booksOf(tx, key),
      totalsOf(tx, key),
      owing(tx, key),
      countOwing(tx, key),
    ])
    return books && { books, totals, rows, homes: count!.homes }
  },
  answer: ({ loaded: { books, totals, rows, homes }, now }) => {
    const today = dayOf(now)
    const sums = none()
    for (const t of totals) sums[ageOf(t.due_on, today)] += t.owed
    return {
      totals: sums,
      totalFen: ages.reduce((sum, age) => sum + sums[age], 0),
      homes,
      items: books.desk ? byPayer(rows, today) : [],
    }
  },
})
