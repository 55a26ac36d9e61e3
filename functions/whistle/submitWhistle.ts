import { dayOf, startOfDay } from '../../shared/kernel/time'
import type { Caller } from '../../shared/role/caller'
import { isAlike, pieces } from '../../shared/whistle/likeness'
import { quota } from '../../shared/whistle/limits'
import type { Source } from '../../shared/whistle/states'
import { write } from '../kernel/verb'
import { lockMyWhistling, myPropertyCompanies, myWhistlesSince, quotaOf } from './queries'
import { addReport, loadReport, refuseReport } from './report'

/** As what somebody speaks: at home a resident, else by the work that they do there. A department is no daily manager. */
function sourceOf(caller: Caller, communityId: string, forProperty: boolean): Source {
  const held = caller.roles.filter((r) => r.communities.includes(communityId)).map((r) => r.role)
  if (held.includes('owner') || held.includes('tenant')) return 'resident'
  if (held.includes('gridWorker')) return 'patrol'
  return forProperty ? 'property' : 'resident'
}

export const submitWhistle = write('whistle.submit', {
  load: async ({ tx, input, now }) => {
    const [, report, today, [own], companies] = await Promise.all([
      lockMyWhistling(tx),
      loadReport(tx, input, now),
      myWhistlesSince(tx, [startOfDay(dayOf(now))]),
      quotaOf(tx, [input.communityId]),
      myPropertyCompanies(tx, [input.communityId, dayOf(now)]),
    ])
    return { report, today, own, forProperty: companies.length > 0 }
  },
  // anybody who stands in front of it may whistle, whoever they are elsewhere
  place: () => ({}),
  refuse: ({ input, caller, loaded: { report, today, own } }) => {
    const refusal = refuseReport(report, caller.personId, input)
    // sent again it uses up nothing
    if (refusal || report.before) return refusal
    const aDay = own?.a_day ?? quota.aDay
    if (today.length >= aDay) return ['whistles_a_day', { most: aDay }]
    const mine = pieces(input.words ?? '')
    const alike = today.filter(
      (w) =>
        w.compound_id === input.compoundId &&
        (isAlike(w.pieces, mine) || (w.category === input.category && w.pieces.length + mine.length === 0)),
    )
    const most = own?.alike_a_day ?? quota.alikeADay
    return alike.length >= most ? ['alike_a_day', { most }] : undefined
  },
  conflicts: { whistle_photo_pkey: 'photo_unknown' },
  change: (act) => {
    const { caller, input, loaded } = act
    const source = sourceOf(caller, input.communityId, loaded.forProperty)
    return addReport(act, input, source, loaded.report, { anonymous: input.anonymous })
  },
})
