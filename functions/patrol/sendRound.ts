import { sayClock } from '../../shared/patrol/says'
import { write } from '../kernel/verb'
import { clockAhead, countsWith, dayWalked, kinds, loadPiece, newOf, refusePiece } from './piece'
import { pathOfPlan } from './plans'
import { foundNow, settle } from './settle'
import { writePiece } from './writePiece'

/** A piece of a round, taken whole: what has arrived before is passed over, what is new goes in with all that follows from it. */
export const sendRound = write('round.send', {
  load: ({ tx, input, now }) => loadPiece(tx, input, now),
  place: ({ version }) => pathOfPlan(version),
  refuse: ({ input, loaded, caller }) => refusePiece(input, loaded, caller),
  conflicts: {
    patrol_round_pkey: 'id_taken',
    round_tick_pkey: 'id_taken',
    round_note_pkey: 'id_taken',
    finding_pkey: 'id_taken',
    finding_look_pkey: 'id_taken',
    whistle_pkey: 'id_taken',
  },
  async change(act) {
    const { input: piece, loaded, now } = act
    const { round } = loaded
    const ahead = clockAhead(piece, now)
    const day = round?.day ?? dayWalked(piece, loaded.version.from_day, now)
    const found = foundNow(piece, loaded)
    const settled = settle(piece, loaded, found)
    const { arrived, told } = countsWith(piece, loaded)
    const finishes = piece.finish !== undefined && !round?.finished_at
    if (!round || finishes || kinds.some((kind) => newOf(piece, kind, loaded).length > 0))
      await writePiece(act, piece, loaded, { ahead, day, found, settled, finishes })
    const ticked = newOf(piece, 'ticks', loaded).map((t) => t.checkpointId)
    const before = round ? round.missed : loaded.stops.map((s) => s.checkpoint_id)
    return {
      roundId: piece.roundId,
      day,
      finished: told !== undefined,
      missing: told
        ? {
            ticks: told.ticks - arrived.ticks,
            findings: told.findings - arrived.findings,
            looks: told.looks - arrived.looks,
            notes: told.notes - arrived.notes,
          }
        : null,
      missedCheckpoints: before.filter((id) => !ticked.includes(id)).length,
      clockAhead: ahead,
      saysClock: sayClock(ahead),
      whistles: [
        ...settled.filter((s) => s.state === 'whistled').map((s) => s.findingId),
        ...loaded.looked.filter((f) => f.whistle_id !== null).map((f) => f.id),
      ].filter((id, i, all) => all.indexOf(id) === i),
    }
  },
})
