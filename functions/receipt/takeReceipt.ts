import type { Input } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { inTurn, layOver } from '../../shared/receipt/rules'
import { dayRefusal } from '../account/books'
import { owedOf } from '../charge/lowering'
import { credit, debit, type Line, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { isOnePayer, loadPaying } from './paying'
import { addParts, addReceipt } from './queries'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadPaying>>>

/** Which charges it pays, and what is left over. */
function layOut({ chargeIds, prepay, fen }: Input<'receipt.take'>, { open }: Loaded) {
  const charges = inTurn(
    open.map((c) => ({ chargeId: c.id, key: c.key, owedFen: owedOf(c) })),
    chargeIds,
    prepay,
  )
  const { parts, left } = layOver(fen, charges)
  const lines = parts.flatMap(({ chargeId, fen }): Line[] => {
    const { key } = charges.find((c) => c.chargeId === chargeId)!
    return [credit('due', fen), debit('unpaid', fen), credit(key, fen)]
  })
  return { parts, left, lines, owed: charges.reduce((sum, c) => sum + c.owedFen, 0) }
}

/** Money comes in. What is due is paid by it; more than that only where it was said that it is for what comes. */
export const takeReceipt = write('receipt.take', {
  load: ({ tx, input }) => loadPaying(tx, input),
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  refuse: ({ input, loaded, now }) => {
    const { books, payer, before } = loaded
    if (!isOnePayer(input.of)) return 'payer_missing'
    if (before) return takenBy(before, sentHash(input))
    if (!payer) return 'payer_elsewhere'
    const { left, owed } = layOut(input, loaded)
    if (left > 0 && !input.prepay) return ['receipt_over', { owed: sayYuan(owed) }]
    return dayRefusal(books, input.on, now)
  },
  conflicts: { entry_pkey: 'id_taken', charge_within: 'receipt_over' },
  about: () => ({ owed: sayYuan(0) }),
  async change(act) {
    const { tx, input, loaded, now, caller } = act
    const { communityId, compoundId, id, of, fen, by, on, memo } = input
    const { open, before, held } = loaded
    const owedBefore = open.reduce((sum, c) => sum + owedOf(c), 0)
    if (before)
      return {
        id,
        entryId: id,
        number: before.number,
        prepaidFen: held?.prepaid_fen ?? 0,
        owedFen: owedBefore,
      }
    const { parts, left, lines } = layOut(input, loaded)
    const books = [communityId, compoundId]
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'received', on, memo, hash: sentHash(input) },
        lines: [debit(by, fen), ...lines, credit('prepaid', left)],
      }),
      addReceipt(tx, [
        ...[...books, id, 'taken', of.leaseId ?? null, of.homeId ?? null, null, fen, left, 0, by, on, now],
        caller.personId,
      ]),
      addParts(tx, [...books, id, parts.map((p) => p.chargeId), parts.map((p) => p.fen)]),
      note(act, {
        communityId,
        action: 'receipt.taken',
        subjectKind: 'receipt',
        subjectId: id,
        after: { compoundId, fen, by, on, ...of },
      }),
    ])
    return {
      id,
      entryId: id,
      number: posted.number,
      prepaidFen: (held?.prepaid_fen ?? 0) + left,
      owedFen: owedBefore - (fen - left),
    }
  },
})
