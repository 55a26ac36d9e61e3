import { sayFar, sayFindingTitle } from '../../shared/patrol/says'
import { read } from '../kernel/verb'
import { findingsOfRound, looksOfRound } from './findingQueries'
import { showStop } from './getPlan'
import { pathOfPlan } from './plans'
import { notesOf, roundById, stopsOfRound, type TickRow, ticksOf } from './roundQueries'
import { showFinding } from './showFinding'
import { missingOf, showClock, showRoundFace } from './showRound'

const showTick = (t: TickRow) => ({
  at: t.at.toISOString(),
  way: t.way,
  reason: t.reason,
  metresAway: t.metres_away,
  saysFar: sayFar(t.metres_away, t.within),
})

export const getRound = read('round.get', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.roundId]
    const [[round], stops, ticks, findings, looks, notes] = await Promise.all([
      roundById(tx, key),
      stopsOfRound(tx, key),
      ticksOf(tx, key),
      findingsOfRound(tx, key),
      looksOfRound(tx, key),
      notesOf(tx, key),
    ])
    return round && { round, stops, ticks, findings, looks, notes }
  },
  place: ({ round }) => pathOfPlan(round),
  async answer({ loaded: { round, stops, ticks, findings, looks, notes }, caller, now }) {
    return {
      ...showRoundFace(round),
      ...showClock(round),
      missing: missingOf(round),
      stops: stops.map((s) => ({
        ...showStop(s),
        ticks: ticks.filter((t) => t.checkpoint_id === s.checkpoint_id).map(showTick),
      })),
      seen: await Promise.all(findings.map((f) => showFinding(f, caller, now))),
      looks: looks.map((l) => ({
        findingId: l.finding_id,
        // of one that has not arrived yet nothing more is known
        title: l.category === null ? '还没有传上来的发现' : sayFindingTitle(l.title_words, l.category),
        at: l.at.toISOString(),
        outcome: l.outcome,
        words: l.words,
      })),
      notes: notes.map((n) => ({ noteId: n.id, at: n.at.toISOString(), words: n.words })),
    }
  },
})
