import type { Output } from '../../../shared/contract'
import { sayStep } from '../../../shared/whistle/saysStep'
import type { DispatchRow, PhotoRow, StepRow } from './queries'
import { showPhotos } from './showPhotos'

type Step = Output<'whistle.get'>['steps'][number]
type Alike = Pick<StepRow, 'action' | 'after' | 'mine'>

const isNeighbour = (step: Alike) =>
  step.action === 'whistle.joined' && step.after?.by === 'reporter' && !step.mine

/** Neighbours who met it one after the other are one line: the last of them, and how many. */
export function neighboursTogether<T extends Alike>(rows: readonly T[]): (T & { times: number })[] {
  const told: (T & { times: number })[] = []
  for (const row of rows) {
    const last = told.at(-1)
    if (last && isNeighbour(row) && isNeighbour(last)) Object.assign(last, row, { times: last.times + 1 })
    else told.push({ ...row, times: 1 })
  }
  return told
}

/** The party that acted or was meant: the one that the line names, or the lead of that time. */
function partyOf(row: StepRow, dispatches: readonly DispatchRow[]): string | null {
  const named = dispatches.find((d) => d.id === row.after?.dispatchId)
  const lead = dispatches.filter((d) => d.lead && d.at <= row.at).at(-1)
  return (named ?? lead)?.name ?? null
}

/** The timeline in sentences. Who it was stands only beside the community and the parties, and only where the row tells it. */
export async function showSteps(
  rows: readonly StepRow[],
  dispatches: readonly DispatchRow[],
  photos: readonly PhotoRow[],
  now: Date,
): Promise<Step[]> {
  return Promise.all(
    neighboursTogether(rows).map(async (row) => ({
      entryId: row.entry_id,
      at: row.at.toISOString(),
      action: row.action,
      ...sayStep({ ...row, party: partyOf(row, dispatches) }, now),
      words: row.words,
      photos: await showPhotos(
        photos.filter((p) => p.entry_id === row.entry_id),
        now,
      ),
    })),
  )
}
