import { sayPeriod } from '../../shared/account/words'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { statementTextOf } from './queries'

/** The frozen text itself: whoever has it works the hash out again. */
export const readStatementText = read('statement.text', {
  load: ({ tx, input: { communityId, compoundId, statementId } }) =>
    statementTextOf(tx, [communityId, compoundId, statementId]),
  place: (_, { communityId }) => ({ communityId }),
  answer: ({ loaded: [statement] }) => {
    // judged by the community: one that is not there is missing for a neighbour as well
    if (!statement) throw new Refused('not_found')
    const { compound, period, text, hash } = statement
    return { fileName: `${compound}收支公示${sayPeriod(period)}.txt`, text, hash }
  },
})
