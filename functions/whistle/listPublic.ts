import { addDays, isDay, startOfDay } from '../../shared/kernel/time'
import { sayWhistle } from '../../shared/whistle/says'
import { sayStep } from '../../shared/whistle/saysStep'
import { pageOf, readCursor } from '../kernel/cursor'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { barePlace } from './place'
import { compoundSeen, type PublicRow, type PublicSteps, publicWhistles } from './reading/queries'
import { neighboursTogether } from './reading/showSteps'

// no id comes before it
const beforeAll = '00000000-0000-0000-0000-000000000000'
const always: [Date, Date] = [new Date(0), new Date('9999-01-01T00:00:00Z')]

/** From one midnight in China to the next. */
function spanOf(day: string | undefined): [Date, Date] {
  if (day === undefined) return always
  if (!isDay(day)) throw new Refused('invalid', {}, { day: '日期不对' })
  return [startOfDay(day), startOfDay(addDays(day, 1))]
}

const showPublic = (now: Date) => (w: PublicRow & { steps: PublicSteps }) => ({
  whistleId: w.whistle_id,
  place: barePlace(w.place),
  category: w.category,
  urgency: w.urgency,
  state: w.state,
  says: sayWhistle(
    {
      ...w,
      nextDueAt: w.next_due_at,
      provisional: false,
      disputed: false,
      outcome: w.steps.filter((s) => s.outcome).at(-1)?.outcome ?? null,
    },
    'others',
    now,
  ),
  submittedAt: w.submitted_at.toISOString(),
  joined: w.joined,
  steps: neighboursTogether(
    w.steps.map((step) => ({ ...step, after: step, mine: false, party: null, actor: null })),
  ).map((step) => ({ at: new Date(step.at).toISOString(), says: sayStep(step, now).says })),
})

/** A compound's whistles without persons: of one day, still open, or done. */
export const listPublic = read('whistle.public', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, day, show } = input
    const after = readCursor(input.after, 'instant', 'id')
    const [from, until] = spanOf(day)
    const [[compound], rows] = await Promise.all([
      compoundSeen(tx, [communityId, compoundId]),
      publicWhistles[show ?? 'all'](tx, [communityId, compoundId, from, ...(after ?? [until, beforeAll])]),
    ])
    return compound && { rows }
  },
  answer: ({ loaded: { rows }, now }) =>
    pageOf(rows, (w) => [w.submitted_at.toISOString(), w.whistle_id], showPublic(now)),
})
