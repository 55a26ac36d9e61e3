import { read } from '../kernel/verb'
import { problemsOf, rollById } from './queries'
import { showRoll } from './view'

export const getRoll = read('roll.get', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.rollId]
    const [[roll], problems] = await Promise.all([rollById(tx, of), problemsOf(tx, of)])
    return roll && { roll, problems }
  },
  answer: ({ loaded }) => showRoll(loaded.roll, loaded.problems),
})
