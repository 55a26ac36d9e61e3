import { loadDecision } from '../account/deciding'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { standsTo } from '../statement/queries'
import { addApportionment as add, addShares, apportionmentSent } from './queries'
import { loadHomes, refuseSharing, shareAmong } from './sharing'

/** Kept as it was worked out: the shares come to the cost, and Postgres takes no others. */
export const addApportionment = write('apportion.add', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, resolutionId } = input
    const [[stands], homes, [before], decided] = await Promise.all([
      standsTo(tx, [communityId, compoundId]),
      loadHomes(tx, input),
      apportionmentSent(tx, [communityId, compoundId, id]),
      loadDecision(tx, { communityId, compoundId, decision: { resolutionId } }),
    ])
    return stands!.keeps ? { homes, before, decided } : undefined
  },
  refuse: ({ input, loaded: { homes, before, decided } }) => {
    if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    if (input.resolutionId !== undefined && !decided) return 'decision_elsewhere'
    return refuseSharing(input, homes)
  },
  conflicts: { apportionment_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, id, name, fen, method, resolutionId } = input
    if (loaded.before) return { id }
    const { table, shares } = shareAmong(input, loaded.homes)
    const key = [communityId, compoundId, id]
    await Promise.all([
      add(tx, [
        ...[...key, name, fen, method, JSON.stringify(table), resolutionId ?? null],
        ...[shares.length, caller.personId, now, sentHash(input)],
      ]),
      addShares(tx, [
        ...[...key, shares.map((s) => s.homeId), shares.map((s) => s.floor)],
        ...[shares.map((s) => s.areaCentiares), shares.map((s) => s.permille), shares.map((s) => s.fen)],
      ]),
      note(act, {
        communityId,
        action: 'apportion.added',
        subjectKind: 'apportionment',
        subjectId: id,
        after: { compoundId, fen, method, homes: shares.length },
      }),
    ])
    return { id }
  },
})
