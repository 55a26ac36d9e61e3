import { sayPeriod } from '../../shared/account/words'
import { read } from '../kernel/verb'
import { statementTextOf } from './queries'

/** The frozen text itself: whoever has it works the hash out again. */
export const readStatementText = read('statement.text', {
  load: async ({ tx, input: { communityId, compoundId, statementId } }) =>
    (await statementTextOf(tx, [communityId, compoundId, statementId]))[0],
  place: (_, { communityId }) => ({ communityId }),
  answer: ({ loaded: { compound, period, text, hash } }) => ({
    fileName: `${compound}收支公示${sayPeriod(period)}.txt`,
    text,
    hash,
  }),
})
