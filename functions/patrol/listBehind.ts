import type { Input, Output } from '../../shared/contract'
import { sayDue, sayFindingTitle, sayMissed, sayOutcome, sayRound } from '../../shared/patrol/says'
import type { FindingOutcome } from '../../shared/patrol/states'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { type FoundRow, findingsBetween } from './findingQueries'
import { lastDayOf, loadPeriod, type WalkedPeriod, walkedIn } from './period'
import { nameOf } from './plans'
import { stopNames } from './queries'
import { minutesOn, type RoundFact, type Walked, walkersFor } from './walked'

type Asked = Input<'patrol.list'>
type Item = Output<'patrol.list'>['items'][number]
/** An item with what it is sorted by, latest first. */
interface Line {
  key: string
  item: Item
}

const outcomes: Partial<Record<Asked['number'], FindingOutcome | null>> = {
  findings: null,
  fixed: 'fixed',
  whistled: 'whistled',
  watched: 'watched',
}

/** What stands behind a number: the same reading as the number itself, told line by line. */
export const listBehind = read('patrol.list', {
  load: async ({ tx, input }) => {
    const after = readCursor(input.after, 'text')
    const outcome = outcomes[input.number]
    const { communityId } = input
    const loading = loadPeriod(tx, input)
    const [names, found] = await Promise.all([
      input.number === 'missedCheckpoints' ? stopNames(tx, [communityId]) : [],
      outcome === undefined
        ? []
        : findingsBetween(tx, [communityId, `${input.fromMonth}-01`, lastDayOf(input.toMonth), outcome]),
    ])
    return { after: after?.[0], period: await loading, names, found }
  },
  place: (_, { communityId, gridId }) => ({ communityId, ...(gridId !== undefined && { gridId }) }),
  answer({ loaded, input, caller, now }) {
    const told = walkedIn(loaded.period, caller, now)
    const nameOfStop = new Map(loaded.names.map((s) => [`${s.version_id} ${s.checkpoint_id}`, s.name]))
    const lines = linesOf(
      input,
      told,
      loaded.found,
      (version, stop) => nameOfStop.get(`${version} ${stop}`) ?? '',
    )
    lines.sort((a, b) => (a.key < b.key ? 1 : -1))
    const { after } = loaded
    const left = after === undefined ? lines : lines.filter((l) => l.key < after)
    return {
      ...pageOf(
        left.slice(0, 21),
        (l) => [l.key],
        (l) => l.item,
      ),
      total: lines.length,
    }
  },
})

function linesOf(
  input: Asked,
  told: WalkedPeriod,
  found: readonly FoundRow[],
  nameOfStop: (versionId: string, checkpointId: string) => string,
): Line[] {
  const { number, planId, personId, day } = input
  const mine = (of: { planId: string; day: string; persons: readonly string[] }) =>
    (planId === undefined || of.planId === planId) &&
    (day === undefined || of.day === day) &&
    (personId === undefined || of.persons.includes(personId))
  if (number === 'rounds')
    return told.rounds
      .filter((r) => mine({ planId: r.plan_id, day: r.day, persons: [r.person_id] }))
      .map((r) => lineOfRound(r, told))
  if (number in outcomes)
    return found
      .filter(
        (f) => told.planOf.has(f.plan_id) && mine({ planId: f.plan_id, day: f.day, persons: [f.person_id] }),
      )
      .map((f) => lineOfFinding(f, told))
  const dues = told.walked.filter((w) =>
    mine({
      planId: w.plan.id,
      day: w.due.day,
      persons: personId === undefined ? [] : walkersFor(w, told.walkers),
    }),
  )
  if (number === 'missedCheckpoints')
    return dues.flatMap((w) =>
      w.missed.map((stop) => {
        const line = lineOfDue(w, told)
        const name = nameOfStop(w.version.versionId, stop)
        return {
          key: `${line.key} ${stop}`,
          item: { ...line.item, kind: 'checkpoint' as const, title: name },
        }
      }),
    )
  return dues.filter((w) => number === 'due' || w.state === number).map((w) => lineOfDue(w, told))
}

function lineOfDue(w: Walked, { nameOf: walkerName }: WalkedPeriod): Line {
  const first = w.rounds[0]
  return {
    key: `${w.due.day} ${w.plan.id}`,
    item: {
      kind: 'due',
      day: w.due.day,
      planId: w.plan.id,
      plan: nameOf(w.plan),
      title: w.version.name,
      says: sayDue(w.state, w.missed.length),
      walker: first ? (walkerName.get(first.person_id) ?? null) : null,
      roundId: first?.id ?? null,
      findingId: null,
    },
  }
}

const lineOfRound = (r: RoundFact, { planOf, nameOf: walkerName }: WalkedPeriod): Line => ({
  key: `${r.day} ${r.id}`,
  item: {
    kind: 'round',
    day: r.day,
    planId: r.plan_id,
    plan: nameOf(planOf.get(r.plan_id)!),
    title: sayRound(r.started_at, r.finished_at, minutesOn(r)),
    says: sayMissed(r.missed.length),
    walker: walkerName.get(r.person_id) ?? null,
    roundId: r.id,
    findingId: null,
  },
})

const lineOfFinding = (f: FoundRow, { planOf, nameOf: walkerName }: WalkedPeriod): Line => ({
  key: `${f.day} ${f.id}`,
  item: {
    kind: 'finding',
    day: f.day,
    planId: f.plan_id,
    plan: nameOf(planOf.get(f.plan_id)!),
    title: `${sayFindingTitle(f.words, f.category)} · ${f.place}`,
    says: sayOutcome(f.outcome, f.state),
    walker: walkerName.get(f.person_id) ?? null,
    roundId: f.round_id,
    findingId: f.id,
  },
})
