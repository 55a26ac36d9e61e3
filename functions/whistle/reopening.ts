import { dueAt } from '../../shared/whistle/clocks'
import { reopeningsBeforeRaise } from '../../shared/whistle/limits'
import { type Act, note } from '../kernel/record'
import { setDispatches } from './dispatching'
import { keepMissedResolution } from './missed'
import type { StandingRow } from './queries'
import type { Standing } from './standing'

/** Open again: the clock of its solution runs anew; from the second time on it goes to the level above as well. */
export function reopened({ whistle, world }: Standing, now: Date) {
  const { resolution } = world.clocksFor(whistle.category, whistle.urgency)
  const { at, provisional } = dueAt(world.calendar, resolution, now)
  const reopenings = whistle.reopenings + 1
  // also where it was raised for being late before: that is another matter
  const raises = reopenings >= reopeningsBeforeRaise
  return {
    raises,
    deadlines: { responseDueAt: whistle.response_due_at, resolutionDueAt: at, provisional },
    set: {
      state: 'reopened' as const,
      reopenings,
      resolutionFrom: now,
      resolutionSetAt: null,
      resolutionDueAt: at,
      ...keepMissedResolution(whistle, whistle.resolved_at, now),
      provisional,
      closedAt: null,
      ...(raises && { raisedAt: now, raisedFor: 'reopened' }),
    },
  }
}

/** Beside the step itself: whoever had it has it again, and the level above hears of it. */
export const besideReopening = (act: Act, whistle: StandingRow, raises: boolean): Promise<unknown>[] => [
  setDispatches(act.tx, [whistle.community_id, whistle.id, 'current', null]),
  ...(raises
    ? [
        note(act, {
          communityId: whistle.community_id,
          action: 'whistle.raised',
          subjectKind: 'whistle',
          subjectId: whistle.id,
          after: { by: 'clock', for: 'reopened' },
        }),
      ]
    : []),
]
