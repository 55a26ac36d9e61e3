import { sayPeriod } from '../../shared/account/words'
import { isYear, nextToPublish } from '../../shared/statement/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { drawUp, factsOf, loadDraft, notReadyIn } from './draft'
import { addStatement, closeMonth, statementSent } from './queries'

/** The text is made, hashed and frozen, and its month takes no entry any more. */
export const publishStatement = write('statement.publish', {
  load: async ({ tx, input }) => {
    const [draft, [before]] = await Promise.all([
      loadDraft(tx, input, true),
      statementSent(tx, [input.communityId, input.compoundId, input.id]),
    ])
    return draft && { draft, before }
  },
  refuse: ({ input: { period }, loaded: { draft, before }, now }) => {
    if (before) return before.period === period ? undefined : 'id_taken'
    const said = { period: sayPeriod(period), month: sayPeriod(period) }
    switch (notReadyIn(period, draft, now)[0]) {
      case 'out':
        return ['statement_out', said]
      case 'early':
        return ['statement_early', said]
      case 'order':
        return ['statement_order', { next: sayPeriod(nextToPublish(factsOf(draft, now))) }]
      case 'unsettled':
        return ['split_unsettled', said]
      default:
        return undefined
    }
  },
  conflicts: { statement_once: 'statement_out', statement_pkey: 'id_taken' },
  about: ({ period }) => ({ period: sayPeriod(period) }),
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, id, period } = input
    if (loaded.before) return { id, hash: loaded.before.hash }
    const { doc, text, hash } = drawUp(period, loaded.draft, now)
    await Promise.all([
      addStatement(tx, [communityId, compoundId, id, period, doc, text, hash, caller.personId, now]),
      ...(isYear(period) ? [] : [closeMonth(tx, [communityId, compoundId, period])]),
      note(act, {
        communityId,
        action: 'statement.published',
        subjectKind: 'statement',
        subjectId: id,
        after: { compoundId, period },
      }),
    ])
    return { id, hash }
  },
})
