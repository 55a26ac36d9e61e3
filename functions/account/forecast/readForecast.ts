import { read } from '../../kernel/verb'
import { forecastOf } from './queries'

/** What was expected of a year against what came, and how much of what fell due is paid. */
export const readForecast = read('account.forecast', {
  load: async ({ tx, input: { communityId, compoundId, year } }) => {
    const rows = await forecastOf(tx, [communityId, compoundId, year])
    return rows.length > 0 ? rows : undefined
  },
  answer: ({ input: { year }, loaded }) => ({
    year,
    items: loaded.map((r) => ({
      accountId: r.account_id,
      key: r.key,
      name: r.name,
      kind: r.kind,
      expectedFen: r.expected,
      actualFen: r.kind === 'expense' ? r.moved : -r.moved + 0,
      dueFen: r.due,
      collectedFen: r.collected,
      charges: r.charges,
      paid: r.paid,
    })),
  }),
})
