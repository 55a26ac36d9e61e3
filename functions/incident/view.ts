import type { z } from 'zod/mini'
import type { incidentFace } from '../../shared/incident/contract'
import { sayTitle } from '../../shared/whistle/says'
import type { IncidentRow, WhistleOn } from './queries'

export const showIncident = (i: IncidentRow, mayAdd: boolean): z.output<typeof incidentFace> => ({
  communityId: i.community_id,
  incidentId: i.id,
  title: i.title,
  category: i.category,
  compoundId: i.compound_id,
  compound: i.compound,
  buildings: i.buildings,
  from: i.from_at.toISOString(),
  until: i.until_at?.toISOString() ?? null,
  words: i.words,
  openedAt: i.opened_at.toISOString(),
  endedAt: i.ended_at?.toISOString() ?? null,
  whistles: i.whistles,
  answer:
    i.answer_id && i.answered_at
      ? { answerId: i.answer_id, at: i.answered_at.toISOString(), words: i.answer_words ?? '' }
      : null,
  candidates: mayAdd ? i.candidates : null,
})

export const showWhistleOn = (w: WhistleOn) => ({
  whistleId: w.id,
  title: sayTitle(w.words, w.category),
  place: w.place,
  state: w.state,
  submittedAt: w.submitted_at.toISOString(),
  joined: w.joined,
})
