import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadHeld, placeOf, refuseMove } from '../standing'
import { answerObjectionWith, objectionById } from './queries'

export const answerObjection = write('minutes.answerObjection', {
  load: async ({ tx, input }) => {
    const [standing, [objection]] = await Promise.all([
      loadHeld(tx, input),
      objectionById(tx, [input.communityId, input.meetingId, input.objectionId]),
    ])
    return standing && { ...standing, objection }
  },
  place: placeOf,
  refuse: (acting) => {
    const { loaded } = acting
    const refusal = refuseMove('answerObjection', loaded, acting)
    if (refusal) return refusal
    if (!loaded.objection) return 'not_found'
    return loaded.objection.answered_at === null ? undefined : 'answered_already'
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, meetingId, objectionId, words } = input
    await Promise.all([
      answerObjectionWith(tx, [communityId, meetingId, objectionId, words, now]),
      note(act, {
        communityId,
        action: 'minutes.objectionAnswered',
        subjectKind: 'minutes',
        subjectId: meetingId,
        aboutId: loaded.objection!.person_id,
        after: { objectionId },
      }),
    ])
    return { objectionId }
  },
})
