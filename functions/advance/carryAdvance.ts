import { isOpening, lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** Laid out before there were books: what is still owed of it stands against what was there, and is no expense of today's. */
export const carryAdvance = write('advance.carry', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, organisationId } = input
    const key = [communityId, compoundId]
    const [[books], [organisation], [before], decided] = await Promise.all([
      lockBooks(tx, key),
      queries.engagedHere(tx, [...key, organisationId]),
      entrySent(tx, [...key, id]),
      loadDecision(tx, input),
    ])
    return books && { books, organisation, before, decided }
  },
  refuse: ({ input, loaded: { books, organisation, before, decided } }) => {
    if (before) return takenBy(before, sentHash(input))
    if (!isOpening(books)) return 'opening_closed'
    if (!organisation) return 'organisation_elsewhere'
    if (input.repaidFen >= input.fen) return 'advance_repaid_whole'
    return decisionRefusal(input.decision, decided)
  },
  conflicts: { entry_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, organisationId, name, fen, repaidFen, from, months, shareBp } = input
    const owedFen = fen - repaidFen
    if (loaded.before) return { id, entryId: id, number: loaded.before.number, owedFen }
    const { resolutionId, on: decidedOn, named } = loaded.decided!
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'opening', on: loaded.books.from_day },
        ...{ hash: sentHash(input), memo: '开账前的物业垫资' },
        lines: [debit('opening', owedFen), credit('advance', owedFen)],
      }),
      queries.addAdvance(tx, [
        ...[communityId, compoundId, id, organisationId, name, fen, from, months, shareBp],
        ...[resolutionId, decidedOn, named, now, repaidFen],
      ]),
      note(act, {
        communityId,
        action: 'advance.added',
        subjectKind: 'advance',
        subjectId: id,
        after: { compoundId, organisationId, fen, repaidFen, from, months, shareBp },
      }),
    ])
    return { id, entryId: id, number: posted.number, owedFen }
  },
})
