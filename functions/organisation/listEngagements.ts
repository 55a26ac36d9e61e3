import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { type EngagementRow, engagementsMine, showEngagement } from './queries'

export const listEngagements = read('organisation.mine', {
  load: ({ tx, now }) => engagementsMine(tx, [dayOf(now)]),
  answer: ({ loaded }) => {
    const byOrganisation = new Map<string, EngagementRow[]>()
    for (const e of loaded)
      byOrganisation.set(e.organisation_id, [...(byOrganisation.get(e.organisation_id) ?? []), e])
    return {
      items: [...byOrganisation.values()].map((rows) => ({
        organisationId: rows[0]!.organisation_id,
        organisation: rows[0]!.organisation,
        kind: rows[0]!.organisation_kind,
        engagements: rows.map(showEngagement),
      })),
    }
  },
})
