import { createHash } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { clockOffSeconds } from '../../shared/patrol/limits'
import {
  faultOfFinding,
  faultOfLook,
  faultOfTick,
  faultOfTimes,
  mayWalkPlan,
} from '../../shared/patrol/policy'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import { loadWorld } from '../whistle/clockWorld'
import * as queries from './pieceQueries'
import { placeOfPlan } from './plans'

export type Piece = Input<'round.send'>
export const kinds = ['ticks', 'findings', 'looks', 'notes'] as const
export type Kind = (typeof kinds)[number]
export type Of<K extends Kind> = NonNullable<Piece[K]>[number]

const idsOf = (items: readonly { id: string }[] | undefined): string[] => items?.map((i) => i.id) ?? []

/** All that a piece is held against, asked at once. Locks come first, so that what follows sees what another phone has just sent. */
export async function loadPiece(tx: Connection, piece: Piece, now: Date) {
  const { communityId, roundId, planId, versionId, ticks, findings = [], looks = [], notes } = piece
  const concerned = [...new Set([...idsOf(findings), ...looks.map((l) => l.findingId)])]
  const [, , [version], stops, [round], there, looked, looksThere, places, world] = await Promise.all([
    queries.lockRound(tx, [roundId]),
    queries.lockFindings(tx, [concerned]),
    queries.versionWalked(tx, [communityId, planId, versionId]),
    queries.stopsWalked(tx, [communityId, versionId, findings.map((f) => f.checkpointId ?? null)]),
    queries.roundThere(tx, [communityId, roundId]),
    queries.itemsThere(tx, [communityId, idsOf(ticks), idsOf(findings), idsOf(looks), idsOf(notes)]),
    queries.findingsLookedAt(tx, [communityId, concerned]),
    queries.looksAt(tx, [communityId, concerned]),
    queries.placesNow(tx, [
      communityId,
      findings.map((f) => f.compoundId ?? null),
      findings.map((f) => f.buildingId ?? null),
    ]),
    loadWorld(tx, communityId, now),
  ])
  return version && { version, stops, round, there, looked, looksThere, places, world }
}
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadPiece>>>

export const hashOf = (piece: Piece, item: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([piece.roundId, item]))
    .digest('hex')

/** What of a piece has not arrived before; the same item twice in one piece is one. */
export function newOf<K extends Kind>(piece: Piece, kind: K, { there }: Pick<Loaded, 'there'>): Of<K>[] {
  const known = new Set(there.filter((t) => t.kind === kind).map((t) => t.id))
  return ((piece[kind] ?? []) as Of<K>[]).filter((item) => !known.has(item.id) && known.add(item.id))
}

/** By how many seconds the server's clock is ahead of the phone's. */
export const clockAhead = (piece: Piece, now: Date): number =>
  Math.max(-2e9, Math.min(2e9, Math.round((now.getTime() - Date.parse(piece.sentAt)) / 1000)))

/** The day on which it was walked: by the phone's clock put right where that is far off, and never to come, nor before its plan. */
export function dayWalked(piece: Piece, fromDay: string, now: Date): string {
  const ahead = clockAhead(piece, now)
  const started = Date.parse(piece.startedAt) + (Math.abs(ahead) < clockOffSeconds ? 0 : ahead * 1000)
  const [day, today] = [dayOf(new Date(started)), dayOf(now)]
  if (day > today) return today
  return day < fromDay ? fromDay : day
}

const toldOf = (round: Loaded['round']): Record<Kind, number> | undefined =>
  round?.told_ticks === null || round === undefined
    ? undefined
    : {
        ticks: round.told_ticks!,
        findings: round.told_findings!,
        looks: round.told_looks!,
        notes: round.told_notes!,
      }

/** How much there is of everything once this piece is in, and how much was told with the finish. */
export function countsWith(piece: Piece, loaded: Loaded) {
  const arrived = Object.fromEntries(
    kinds.map((kind) => [kind, (loaded.round?.[kind] ?? 0) + newOf(piece, kind, loaded).length]),
  ) as Record<Kind, number>
  const told = toldOf(loaded.round) ?? piece.finish
  return { arrived, told }
}

/** Why a piece is not taken; as a whole, so that nothing of it is half there. */
export function refusePiece(piece: Piece, loaded: Loaded, caller: Caller) {
  const { version, stops, round, there, looked, places } = loaded
  if (round) {
    if (round.person_id !== caller.personId) return 'not_your_round' as const
    const same =
      round.plan_id === piece.planId &&
      round.version_id === piece.versionId &&
      round.started_at.getTime() === Date.parse(piece.startedAt)
    if (!same) return 'id_taken' as const
  } else if (!mayWalkPlan(caller, placeOfPlan(version), version.walker_ids)) return 'not_your_plan' as const
  for (const kind of kinds) {
    const hashes = new Map(
      there.filter((t) => t.kind === kind).map((t) => [t.id, t.sent_hash.toString('hex')]),
    )
    for (const item of piece[kind] ?? []) {
      const [known, hash] = [hashes.get(item.id), hashOf(piece, item)]
      if (known !== undefined && known !== hash) return 'id_taken' as const
      hashes.set(item.id, hash)
    }
  }
  const times = faultOfTimes(piece)
  if (times) return times
  for (const tick of newOf(piece, 'ticks', loaded)) {
    const stop = stops.find((s) => s.checkpoint_id === tick.checkpointId)
    const fault = faultOfTick(tick, stop)
    if (fault) return [fault, stop ? { name: stop.name } : {}] as [typeof fault, Record<string, string>]
  }
  for (const finding of newOf(piece, 'findings', loaded)) {
    const fault = faultOfFinding(finding)
    if (fault) return fault
    const stop = stops.find((s) => s.checkpoint_id === finding.checkpointId)
    if (finding.checkpointId !== undefined && !stop) return 'checkpoint_of_other' as const
    const at = stop ?? places[piece.findings!.indexOf(finding)]
    if (!at?.now_compound) return 'place_elsewhere' as const
    const strange = version.compound_id !== null && !stop && finding.compoundId !== version.compound_id
    if (strange || (finding.buildingId !== undefined && !stop && !at.now_building))
      return 'place_elsewhere' as const
  }
  for (const look of newOf(piece, 'looks', loaded)) {
    const fault = faultOfLook(look)
    if (fault) return fault
    const seen = looked.find((f) => f.id === look.findingId)
    if (seen && seen.plan_id !== piece.planId) return 'finding_elsewhere' as const
    if (seen && look.outcome === 'whistled' && !seen.now_compound) return 'place_elsewhere' as const
  }
  return refuseFinish(piece, loaded)
}

function refuseFinish(piece: Piece, loaded: Loaded) {
  const { arrived, told } = countsWith(piece, loaded)
  if (!told) return undefined
  const { round } = loaded
  const again =
    !piece.finish ||
    !round?.finished_at ||
    (round.finished_at.getTime() === Date.parse(piece.finish.at) &&
      kinds.every((k) => told[k] === piece.finish![k]))
  return again && kinds.every((k) => arrived[k] <= told[k]) ? undefined : ('more_than_finished' as const)
}
