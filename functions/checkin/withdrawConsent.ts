import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** As easily as it was given: what is open ends, what was told of oneself goes. */
export const withdrawConsent = write('checkin.withdrawConsent', {
  load: async ({ tx }) => {
    const [[consent], rows] = await Promise.all([queries.consentOfMine(tx), queries.checkinsOfMine(tx)])
    return { consent, open: rows.filter((c) => c.ended_at === null) }
  },
  refuse: ({ loaded }) => (loaded.consent || loaded.open.length > 0 ? undefined : 'consent_missing'),
  async change(act) {
    const { tx, now, loaded, caller } = act
    await Promise.all([
      queries.withdrawConsent(tx, [now]),
      note(act, {
        action: 'consent.withdrawn',
        subjectKind: 'consent',
        subjectId: loaded.consent?.id ?? caller.personId,
      }),
      ...loaded.open.map((c) =>
        note(act, {
          communityId: c.community_id,
          action: c.accepted_at === null ? 'checkin.withdrawn' : 'checkin.ended',
          subjectKind: 'checkin',
          subjectId: c.id,
          before: { state: c.state },
          after: { by: 'consent' },
        }),
      ),
    ])
    return { withdrawnAt: now.toISOString() }
  },
})
