import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadHeld, placeOf, refuseMove } from '../standing'
import { amendmentById, answerAmendmentWith } from './queries'

/** Taken or not, with a word why; whoever asked reads it. */
export const answerAmendment = write('minutes.answerAmendment', {
  load: async ({ tx, input }) => {
    const [standing, [amendment]] = await Promise.all([
      loadHeld(tx, input),
      amendmentById(tx, [input.communityId, input.meetingId, input.amendmentId]),
    ])
    return standing && { ...standing, amendment }
  },
  place: placeOf,
  refuse: (acting) => {
    const { loaded } = acting
    const refusal = refuseMove('answerAmendment', loaded, acting)
    if (refusal) return refusal
    if (!loaded.amendment) return 'not_found'
    return loaded.amendment.decision === null ? undefined : 'answered_already'
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, meetingId, amendmentId, decision, words } = input
    await Promise.all([
      answerAmendmentWith(tx, [communityId, meetingId, amendmentId, decision, words, now]),
      note(act, {
        communityId,
        action: 'minutes.amendmentAnswered',
        subjectKind: 'minutes',
        subjectId: meetingId,
        aboutId: loaded.amendment!.person_id,
        after: { amendmentId, decision },
      }),
    ])
    return { open: loaded.minutes.amendments_open - 1 }
  },
})
