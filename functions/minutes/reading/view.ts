import type { Output } from '../../../shared/contract'
import { actsOpenTo, objectUntil } from '../../../shared/minutes/policy'
import { sayMinutes, sayNumber } from '../../../shared/minutes/words'
import type { Caller } from '../../../shared/role/caller'
import type { Connection } from '../../kernel/database'
import { showPresence } from '../../meeting/attendance/queries'
import { showOffice } from '../../meeting/reading/face'
import { showResolution } from '../../resolution/face'
import { amendmentsOf } from '../amending/queries'
import { correctionsOf, objectionsOf } from '../objecting/queries'
import { factsOf, loadMinutes, type Standing } from '../standing'
import { namesOf } from './doc'
import { loadSaid } from './loading'
import { publicOf, readsDraft } from './queries'
import { showAmendment, showEntry, showHeading, showObjection } from './show'

type View = Output<'minutes.get'>

/** All that may be shown of one meeting's minutes; undefined to whom there is nothing to show yet. */
export async function loadView(tx: Connection, communityId: string, meetingId: string) {
  const key: [string, string] = [communityId, meetingId]
  const [standing, said, [published], [may], amendments, corrections, objections] = await Promise.all([
    loadMinutes(tx, { communityId, meetingId }),
    loadSaid(tx, key),
    publicOf(tx, key),
    readsDraft(tx, key),
    amendmentsOf(tx, key),
    correctionsOf(tx, key),
    objectionsOf(tx, key),
  ])
  const reads = may!.reads && standing !== undefined
  if (!reads && !published) return undefined
  return { standing, reads, said, published, amendments, corrections, objections }
}
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadView>>>

export const placeOfView = ({ standing, published }: Loaded) => ({
  communityId: published?.community_id ?? standing!.meeting.community_id,
})

const office = (says: string): View['chair'] => ({ office: says, name: null, personId: null, me: false })

/** What was published, for whoever was not there. */
function showPublic({ published }: Loaded): Omit<View, keyof ReturnType<typeof showBeneath>> {
  const { doc } = published!
  return {
    ...showHeading(published!),
    beganAt: doc.beganAt,
    endedAt: doc.endedAt,
    circle: doc.circle,
    chair: office(doc.chair),
    recorder: office(doc.recorder),
    presence: doc.presence,
    entries: doc.entries.map((e, place) => ({ ...e, place, restricted: null, revision: 1 })),
    recorderSignedAt: doc.recorderSignedAt,
    chairSignedAt: doc.chairSignedAt,
  }
}

/** As they are written, for those who keep the meeting or were there. */
function showWritten(
  { said }: Loaded,
  { meeting: m, minutes: n }: Standing,
  caller: Caller,
): ReturnType<typeof showPublic> {
  const officeOf = (post: string) => {
    const row = said.offices.find((o) => o.post === post)
    return row ? showOffice(row, caller.personId, true) : office('')
  }
  return {
    communityId: m.community_id,
    meetingId: m.id,
    compoundId: m.compound_id,
    compound: m.compound,
    community: said.community,
    kind: m.kind,
    title: m.title,
    number: n.number === null ? null : sayNumber(n.year!, n.number),
    startsAt: m.starts_at.toISOString(),
    spot: m.spot,
    publishedAt: n.published_at?.toISOString() ?? null,
    beganAt: m.began_at?.toISOString() ?? null,
    endedAt: m.ended_at?.toISOString() ?? null,
    circle: namesOf(said.circle),
    chair: officeOf('chair'),
    recorder: officeOf('recorder'),
    presence: showPresence(said.presence),
    entries: said.entries.map(showEntry),
    recorderSignedAt: n.recorder_signed_at?.toISOString() ?? null,
    chairSignedAt: n.chair_signed_at?.toISOString() ?? null,
  }
}

/** Where they stand, what was decided, and all that stands beneath the text. */
function showBeneath(loaded: Loaded, caller: Caller, now: Date) {
  const { standing, said, published, amendments, corrections, objections } = loaded
  const facts = standing && factsOf(standing)
  const until = facts ? objectUntil(facts) : null
  const stands = {
    state: facts?.state ?? ('published' as const),
    amendUntil: facts?.amendUntil ?? null,
    recorderSigned: facts?.recorderSigned ?? true,
    chairSigned: facts?.chairSigned ?? true,
    publishedAt: published?.published_at ?? null,
    objectUntil: until,
  }
  return {
    state: stands.state,
    says: sayMinutes(stands, now),
    resolutions: said.resolutions.map((r) => showResolution(r, now)),
    amendUntil: stands.amendUntil?.toISOString() ?? null,
    amendments: amendments.map(showAmendment),
    hash: published?.hash ?? null,
    corrections: corrections.map((c) => ({ correctionId: c.id, words: c.words, at: c.at.toISOString() })),
    objectUntil: until?.toISOString() ?? null,
    objections: objections.map(showObjection),
    acts: facts ? actsOpenTo(caller, facts, now) : [],
  }
}

export const showMinutes = (loaded: Loaded, caller: Caller, now: Date): View => ({
  ...(loaded.reads ? showWritten(loaded, loaded.standing!, caller) : showPublic(loaded)),
  ...showBeneath(loaded, caller, now),
})
