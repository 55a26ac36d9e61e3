import { metresBetween, sayClock } from '../../shared/patrol/says'
import { type Act, note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { hashOf, type Loaded, newOf, type Of, type Piece } from './piece'
import * as queries from './pieceQueries'
import type { Found, Settled } from './settle'
import { addWhistleOf } from './whistling'

interface Writing {
  ahead: number
  day: string
  found: readonly Found[]
  settled: readonly Settled[]
  finishes: boolean
}

/** All statements at once, in the order in which the rows lean on each other. */
export async function writePiece(
  act: Act,
  piece: Piece,
  loaded: Loaded,
  { ahead, day, found, settled, finishes }: Writing,
): Promise<void> {
  const { tx, now, caller, as } = act
  const { communityId, roundId, planId, versionId, startedAt, finish } = piece
  const me = caller.personId
  const ticks = newOf(piece, 'ticks', loaded)
  const looks = newOf(piece, 'looks', loaded)
  const notes = newOf(piece, 'notes', loaded)
  const hash = (item: unknown) => hashOf(piece, item)
  const again = settled.filter((s) => s.before !== undefined && s.before !== s.state)
  const some = <T>(items: readonly T[], ask: (rows: string) => Promise<unknown>, row: (item: T) => object) =>
    items.length > 0 ? [ask(JSON.stringify(items.map(row)))] : []
  const stateOf = new Map(settled.map((s) => [s.findingId, s.state]))
  await Promise.all([
    ...(loaded.round
      ? []
      : [
          queries.addRound(tx, [
            communityId,
            roundId,
            planId,
            versionId,
            me,
            day,
            instant(startedAt),
            now,
            ahead,
          ]),
        ]),
    ...some(
      ticks,
      (rows) => queries.addTicks(tx, [communityId, roundId, versionId, now, ahead, rows]),
      (tick) => ({
        id: tick.id,
        checkpoint_id: tick.checkpointId,
        at: instant(tick.at),
        way: tick.way,
        reason: tick.reason,
        ...tick.fix,
        metres_away: metresAway(tick, loaded),
        hash: hash(tick),
      }),
    ),
    ...settled.flatMap(({ whistle }) =>
      whistle ? [addWhistleOf({ tx, now, as, world: loaded.world }, communityId, whistle)] : [],
    ),
    ...some(
      found,
      (rows) => queries.addFindings(tx, [communityId, roundId, planId, versionId, me, now, ahead, rows]),
      ({ sent, place, compoundId, buildingId }) => ({
        id: sent.id,
        at: instant(sent.at),
        category: sent.category,
        words: sent.words,
        checkpoint_id: sent.checkpointId,
        compound_id: compoundId,
        building_id: buildingId,
        place,
        urgency: sent.urgency,
        outcome: sent.outcome,
        state: stateOf.get(sent.id),
        whistle_id: stateOf.get(sent.id) === 'whistled' ? sent.id : null,
        hash: hash(sent),
      }),
    ),
    ...some(
      looks,
      (rows) => queries.addLooks(tx, [communityId, roundId, planId, me, now, ahead, rows]),
      (look) => ({
        id: look.id,
        finding_id: look.findingId,
        at: instant(look.at),
        outcome: look.outcome,
        words: look.words,
        hash: hash(look),
      }),
    ),
    ...some(
      again,
      (rows) => queries.settleFindings(tx, [communityId, rows]),
      ({ findingId, state }) => ({
        id: findingId,
        state,
        whistle_id: state === 'whistled' ? findingId : null,
      }),
    ),
    ...some(
      photosOf(found, looks),
      (rows) => queries.addPhotos(tx, [communityId, me, rows]),
      (photo) => photo,
    ),
    ...some(
      notes,
      (rows) => queries.addNotes(tx, [communityId, roundId, me, now, rows]),
      (n) => ({ id: n.id, at: instant(n.at), words: n.words, hash: hash(n) }),
    ),
    queries.countRound(tx, [
      communityId,
      roundId,
      ahead,
      ...(finish
        ? [instant(finish.at), finish.ticks, finish.findings, finish.looks, finish.notes]
        : [null, null, null, null, null]),
    ]),
    ...some(
      linesOf(found, looks, settled),
      (rows) => queries.noteMany(tx, [communityId, now, me, as ?? null, rows]),
      (line) => ({ id: newId(now), ...line }),
    ),
    note(act, {
      communityId,
      action: finishes ? 'round.finished' : 'round.received',
      subjectKind: 'round',
      subjectId: roundId,
      after: {
        planId,
        day,
        ticks: ticks.length,
        findings: found.length,
        looks: looks.length,
        notes: notes.length,
        ...(sayClock(ahead) !== null && { clockAhead: ahead }),
      },
    }),
  ])
}

// a list goes on from an instant as JSON carries it: no finer than a millisecond
const instant = (time: string): string => new Date(time).toISOString()

const metresAway = ({ fix, checkpointId }: Of<'ticks'>, { stops }: Loaded): number | null => {
  const stop = stops.find((s) => s.checkpoint_id === checkpointId)
  return fix && stop && stop.lat !== null && stop.lng !== null
    ? metresBetween(fix, { lat: stop.lat, lng: stop.lng })
    : null
}

const photosOf = (found: readonly Found[], looks: readonly Of<'looks'>[]) => [
  ...found.flatMap(({ sent }) =>
    (
      [
        [false, sent.before],
        [true, sent.after],
      ] as const
    ).flatMap(([after, ids]) =>
      (ids ?? []).map((photoId, place) => ({
        finding_id: sent.id,
        photo_id: photoId,
        look_id: null,
        after_work: after,
        place,
      })),
    ),
  ),
  ...looks.flatMap((look) =>
    (look.photoIds ?? []).map((photoId, place) => ({
      finding_id: look.findingId,
      photo_id: photoId,
      look_id: look.id,
      after_work: look.outcome === 'fixed',
      place,
    })),
  ),
]

/** A line for each finding and each look; references, states and counts alone. */
function linesOf(found: readonly Found[], looks: readonly Of<'looks'>[], settled: readonly Settled[]) {
  const standsNow = new Map(settled.map((s) => [s.findingId, s]))
  return [
    ...found.map(({ sent }) => ({
      action: 'finding.made',
      subject_id: sent.id,
      before: null,
      after: { outcome: sent.outcome, state: standsNow.get(sent.id)?.state, category: sent.category },
    })),
    ...looks.map((look) => {
      const stands = standsNow.get(look.findingId)
      return {
        action: 'finding.looked',
        subject_id: look.findingId,
        before: stands?.before ? { state: stands.before } : null,
        after: { outcome: look.outcome, ...(stands && { state: stands.state }), lookId: look.id },
      }
    }),
  ]
}
