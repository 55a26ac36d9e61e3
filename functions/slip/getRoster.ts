import { read } from '../kernel/verb'
import { showRoster } from './previewRoster'
import { problemsOf, rosterById } from './queries'
import { ofUnit } from './standing'

export const getRoster = read('slip.roster', {
  load: async ({ tx, input: { unitId, rosterId } }) => {
    const of = [unitId, rosterId]
    const [[roster], problems] = await Promise.all([rosterById(tx, of), problemsOf(tx, of)])
    return roster && { roster, problems }
  },
  place: (_, { unitId }) => ofUnit(unitId),
  answer: ({ loaded }) => showRoster(loaded.roster, loaded.problems),
})
