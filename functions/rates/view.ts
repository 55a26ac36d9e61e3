import type { Output } from '../../shared/contract'
import {
  definitions,
  type Grouping,
  groupingNotes,
  noGroup,
  noGroupWords,
  type Rate,
} from '../../shared/rates/definitions'
import { type Share, sayCounted, sayMonth } from '../../shared/rates/words'
import { type Category, categories, categoryWords } from '../../shared/whistle/categories'
import { sayTitle } from '../../shared/whistle/says'
import { pageOf } from '../kernel/cursor'
import type { CountRow, RatedRow, SurveyRow } from './queries'

type Shares = Record<Rate, Share>
const none = (): Shares => ({
  response: { numerator: 0, denominator: 0, unanswered: 0 },
  resolved: { numerator: 0, denominator: 0, unanswered: 0 },
  satisfied: { numerator: 0, denominator: 0, unanswered: 0 },
})

function nameOf(by: Grouping, key: string, name: string | null): string {
  if (by === 'month') return sayMonth(key)
  if (by === 'category') return categoryWords[key as Category]
  return name ?? (key === noGroup ? noGroupWords[by] : undefined) ?? '已经没有了'
}

/** Groups in the order in which people look for them; those without one come last. */
function orderOf(by: Grouping) {
  const place = (group: string): number => {
    if (group === noGroup) return 1
    return by === 'category' ? categories.indexOf(group as Category) - categories.length : 0
  }
  return (a: { group: string; name: string }, b: { group: string; name: string }): number =>
    place(a.group) - place(b.group) ||
    (by === 'month'
      ? a.group.localeCompare(b.group)
      : a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}

/** Counts as they stand in groups, with the sum of all: every whistle is in one group. */
export function showRates(by: Grouping, counts: readonly CountRow[], survey: SurveyRow): Output<'rates.get'> {
  const rows = new Map<string, { group: string; name: string; shares: Shares }>()
  const total = none()
  for (const { key, name, rate, numerator, denominator, unanswered } of counts) {
    const row = rows.get(key) ?? { group: key, name: nameOf(by, key, name), shares: none() }
    rows.set(key, row)
    row.shares[rate] = { numerator, denominator, unanswered }
    const sum = total[rate]
    total[rate] = {
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
      unanswered: sum.unanswered + unanswered,
    }
  }
  return {
    definitions,
    groupedBy: groupingNotes[by] ?? null,
    total,
    rows: [...rows.values()].sort(orderOf(by)),
    survey,
  }
}

export function showCounted(rows: RatedRow[], total: number, now: Date): Output<'rates.list'> {
  const page = pageOf(
    rows,
    (r) => [r.at.toISOString(), r.whistle_id],
    (r) => ({
      communityId: r.community_id,
      whistleId: r.whistle_id,
      title: sayTitle(r.words, r.category),
      place: r.place,
      category: r.category,
      state: r.state,
      submittedAt: r.submitted_at.toISOString(),
      at: r.at.toISOString(),
      met: r.met,
      says: sayCounted(
        {
          rate: r.rate,
          at: r.at,
          met: r.met,
          respondedAt: r.responded_at,
          outcome: r.outcome,
          stars: r.stars,
        },
        now,
      ),
      party: r.party,
    }),
  )
  return { ...page, total }
}
