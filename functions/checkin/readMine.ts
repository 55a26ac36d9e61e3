import { nextAct } from '../../shared/checkin/policy'
import { consentVersion, isLive } from '../../shared/checkin/states'
import { read } from '../kernel/verb'
import { checkinsOfMine, consentOfMine, registeredForMe } from './queries'
import { showCheckin, showFace } from './standing'

/** Where the caller is, step by step, and what they do next. */
export const readMine = read('checkin.mine', {
  load: async ({ tx }) => {
    const [[consent], rows, registered] = await Promise.all([
      consentOfMine(tx),
      checkinsOfMine(tx),
      registeredForMe(tx),
    ])
    return { consent, rows, registered }
  },
  answer: ({ loaded: { consent, rows, registered }, caller }) => {
    const live = rows.find((c) => isLive(c.state))
    const underway = rows.find((c) => c.state === 'presented' || c.state === 'returned')
    const current = live ?? underway
    const givenAt = consent?.given_at.toISOString() ?? null
    const done = (at: Date | null | undefined) => at?.toISOString() ?? null
    const before = rows.filter((c) => c !== live && c !== underway)
    return {
      consent: { version: consentVersion, givenAt },
      steps: [
        { step: 'consent' as const, doneAt: givenAt },
        { step: 'present' as const, doneAt: done(current?.presented_at) },
        { step: 'accept' as const, doneAt: done(current?.accepted_at) },
        // a member without office has no unit that would confirm
        ...(current?.kind === 'noOffice'
          ? []
          : [{ step: 'confirm' as const, doneAt: done(current?.confirmed_at) }]),
        { step: 'serve' as const, doneAt: current && current.minutes > 0 ? done(current.accepted_at) : null },
      ],
      next: nextAct(consent !== undefined, current?.state),
      current: current ? showCheckin(current, caller) : null,
      moving: live && underway ? showCheckin(underway, caller) : null,
      before: before.map(showFace),
      registered: registered.map((r) => ({
        communityId: r.community_id,
        community: r.community,
        checkinId: r.id,
        at: r.at.toISOString(),
      })),
    }
  },
})
