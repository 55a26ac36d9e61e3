import { consent } from '../../db/schema'
import { consentVersion } from '../../shared/checkin/states'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { consentById, consentOfMine } from './queries'

/** Given once; whoever gives it again has given it already. */
export const giveConsent = write('checkin.consent', {
  load: async ({ tx, input }) => {
    const [[live], [same]] = await Promise.all([consentOfMine(tx), consentById(tx, [input.id])])
    return { live, same }
  },
  refuse: ({ input, loaded }) => {
    if (loaded.same !== undefined && loaded.same.version !== input.version) return 'id_taken'
    return input.version === consentVersion ? undefined : 'consent_old'
  },
  conflicts: { consent_once: 'id_taken' },
  async change(act) {
    const { input, now, caller, loaded } = act
    const there = loaded.same ?? loaded.live
    if (there) return { id: there.id, givenAt: there.given_at.toISOString() }
    await addOnce(
      act,
      consent,
      { personId: caller.personId, id: input.id, version: input.version, givenAt: now },
      {
        action: 'consent.given',
        subjectKind: 'consent',
        subjectId: input.id,
        after: { version: input.version },
      },
      ['givenAt'],
    )
    return { id: input.id, givenAt: now.toISOString() }
  },
})
