import type { Output } from '../../../shared/contract'
import type { AmendmentRow } from '../amending/queries'
import type { ObjectionRow } from '../objecting/queries'
import type { EntryRow } from '../queries'
import type { PublicRow } from './queries'

type View = Output<'minutes.get'>

export const showEntry = (e: EntryRow): View['entries'][number] => ({
  itemId: e.item_id,
  place: e.place,
  title: e.title,
  words: e.words,
  restricted: e.restricted,
  revision: e.revision,
})

export const showAmendment = (a: AmendmentRow): View['amendments'][number] => ({
  amendmentId: a.id,
  itemId: a.item_id,
  words: a.words,
  at: a.at.toISOString(),
  mine: a.mine,
  answer:
    a.decision === null ? null : { decision: a.decision, words: a.answer!, at: a.answered_at!.toISOString() },
})

export const showObjection = (o: ObjectionRow): View['objections'][number] => ({
  objectionId: o.id,
  words: o.words,
  at: o.at.toISOString(),
  mine: o.mine,
  answer: o.answer === null ? null : { words: o.answer, at: o.answered_at!.toISOString() },
})

/** The head of what was published. */
export const showHeading = ({ doc, ...p }: PublicRow) => ({
  communityId: p.community_id,
  meetingId: p.meeting_id,
  compoundId: p.compound_id,
  compound: doc.compound,
  community: doc.community,
  kind: doc.kind,
  title: doc.title,
  number: doc.number,
  startsAt: doc.startsAt,
  spot: doc.spot,
  publishedAt: p.published_at.toISOString(),
})
