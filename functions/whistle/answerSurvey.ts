import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'

const surveyForMe = query<{ answered_at: Date | null }>(
  'survey.mine',
  `select answered_at from whistle_survey where community_id = $1 and whistle_id = $2 and person_id = (select me()) for update`,
)
const answerOf = query(
  'survey.answer',
  'update whistle_survey set answer = $3, answered_at = $4 where community_id = $1 and whistle_id = $2 and person_id = (select me())',
)

/** 定期回访: is it still well? Whoever was asked says it, once. */
export const answerSurvey = write('whistle.survey', {
  load: async ({ tx, input }) => {
    const [asked] = await surveyForMe(tx, [input.communityId, input.whistleId])
    return { asked }
  },
  refuse: ({ loaded: { asked } }) => {
    if (!asked) return 'not_asked'
    return asked.answered_at === null ? undefined : 'surveyed_already'
  },
  async change(act) {
    const { communityId, whistleId, answer } = act.input
    await Promise.all([
      answerOf(act.tx, [communityId, whistleId, answer, act.now]),
      note(act, {
        communityId,
        action: 'whistle.surveyed',
        subjectKind: 'whistle',
        subjectId: whistleId,
        after: { by: 'reporter', answer },
      }),
    ])
    return { answer }
  },
})
