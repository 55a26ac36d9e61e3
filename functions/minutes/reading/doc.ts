import { dayOf } from '../../../shared/kernel/time'
import type { PresentAs } from '../../../shared/meeting/states'
import { presentAsWords } from '../../../shared/meeting/words'
import type { MinutesDoc, Restricted } from '../../../shared/minutes/canonical'
import { sayNumber } from '../../../shared/minutes/words'
import { showPresence } from '../../meeting/attendance/queries'
import type { StandingRow } from '../../meeting/queries'
import { sayOffice } from '../../meeting/reading/face'
import { showCall, showResolution } from '../../resolution/face'
import type { MinutesRow } from '../queries'
import type { Said } from './loading'

/** Who was invited, by name; of those invited in person only that there were some. */
export function namesOf(circle: Said['circle']): string[] {
  const named = circle.map((c) => (c.kind === 'person' ? '指定的人' : c.name))
  return [...new Set(named)]
}

const officeIn = (offices: Said['offices'], post: string): string =>
  sayOffice(offices.find((o) => o.post === post)?.role ?? null)

/** What is published: offices, places and counts. */
export function docOf(
  meeting: StandingRow,
  minutes: MinutesRow,
  said: Said,
  { year, number, now }: { year: number; number: number; now: Date },
): MinutesDoc {
  return {
    form: 1,
    community: said.community,
    compound: meeting.compound,
    kind: meeting.kind,
    title: meeting.title,
    number: sayNumber(year, number),
    startsAt: meeting.starts_at.toISOString(),
    beganAt: meeting.began_at!.toISOString(),
    endedAt: meeting.ended_at!.toISOString(),
    spot: meeting.spot,
    chair: officeIn(said.offices, 'chair'),
    recorder: officeIn(said.offices, 'recorder'),
    circle: namesOf(said.circle),
    presence: showPresence(said.presence),
    entries: said.entries.map((e) => ({ itemId: e.item_id, title: e.title, words: e.words })),
    resolutions: said.resolutions.map((r) => {
      const { votes } = showResolution(r, now)
      const call = showCall(r)
      const { id: resolutionId, words, party_name: party, due_on: dueOn } = r
      const pledge = call && { targetFen: call.targetFen, shareFen: call.shareFen, until: call.until }
      return { resolutionId, words, party, dueOn, votes, pledge }
    }),
    recorderSignedAt: minutes.recorder_signed_at!.toISOString(),
    chairSignedAt: minutes.chair_signed_at!.toISOString(),
  }
}

/** What stands only in the whole text. */
export const restrictedOf = (
  said: Said,
  homes: readonly { label: string; present: boolean }[],
  others: readonly { role: string | null; present_as: string }[],
): Restricted => ({
  homes: homes.filter((h) => h.present).map((h) => h.label),
  others: others.map((o) =>
    o.role === null ? presentAsWords[o.present_as as PresentAs] : sayOffice(o.role),
  ),
  entries: said.entries.flatMap((e) =>
    e.restricted === null ? [] : [{ title: e.title, words: e.restricted }],
  ),
})

export const yearOf = (meeting: StandingRow): number => Number(dayOf(meeting.starts_at).slice(0, 4))
