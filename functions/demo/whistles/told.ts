import type { Category, Urgency } from '../../../shared/whistle/categories'
import type { Outcome } from '../../../shared/whistle/states'
import { demoId } from '../stage'
import { type PartyKey, type Scene, whistleIdOf } from './scene'
import type { When } from './when'

interface More {
  urgency?: Urgency
  /** Only the community's workers may know who it was. */
  hidden?: boolean
  photo?: string
  /** A round has found it and whistled already. */
  found?: true
  /** Written down for somebody without the app. */
  from?: 'phone' | 'counter' | 'box'
  name?: string
  phone?: string
}
interface Sending {
  co?: PartyKey[]
  says?: string
  /** Deadlines that the community sets, hours from then. */
  respondIn?: number
  resolveIn?: number
}
interface Step {
  /** Hours after it was reported. */
  after: number
  run(scene: Scene, at: Date): Promise<unknown>
  /** It lies after the end of the story, if it is too late for it. */
  maybe?: true
}
type Rating = readonly [after: number, stars: number, words?: string]

const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

/** One whistle as it is told: who met what and where, and what became of it, hour by hour. */
export class Told {
  readonly steps: Step[] = []
  /** Hours after which the scheduler has something to do with it. */
  readonly ticks: number[] = []
  readonly compound: string
  readonly building: string | undefined
  readonly entrance: string | undefined
  readonly spot: string | undefined
  private accepted = false

  constructor(
    readonly when: When,
    where: string,
    readonly by: string,
    private readonly category: Category,
    readonly words: string,
    private readonly more: More,
  ) {
    const [compound, ...rest] = where.split(' ')
    this.compound = compound!
    this.building = rest.find((part) => part.endsWith('栋'))
    this.entrance = rest.find((part) => part.endsWith('单元'))
    this.spot = rest.find((part) => part !== this.building && part !== this.entrance)
    this.step(0, (scene, at) => this.report(scene, at))
  }

  get longAgo(): boolean {
    return typeof this.when !== 'number'
  }

  private step(after: number, run: Step['run']): this {
    this.steps.push({ after, run })
    return this
  }

  private async report(scene: Scene, at: Date): Promise<void> {
    const { category, words } = this
    const { urgency = 'ordinary', hidden = false, photo, from, name, phone, found } = this.more
    if (found) return
    const { communityId, compoundId, whistleId: id, spot } = scene
    const photoIds = photo ? [await scene.photo(this.by, photo, later(at, -0.05))] : []
    const said = { communityId, id, compoundId, ...spot, category, urgency, words, photoIds }
    if (from) {
      const whose = { source: from, ...(name && { name }), ...(phone && { phone }) }
      await scene.stage.act(scene.worker, 'whistle.intake', { ...said, ...whose }, at)
    } else {
      await scene.stage.act(this.by, 'whistle.submit', { ...said, anonymous: hidden }, at)
    }
  }

  /** Who reported it, or the worker who wrote it down. */
  private asker(scene: Scene): string {
    return this.more.from ? scene.worker : this.by
  }

  met(after: number, ...others: string[]): this {
    others.forEach((who, i) => {
      this.step(after + i * 0.2, (s, at) => s.act(who, 'whistle.join', at, { anonymous: i % 4 === 3 }))
    })
    return this
  }

  asked(after: number, words: string): this {
    return this.step(after, (s, at) => s.act(s.worker, 'whistle.askBack', at, { words }))
  }

  answered(after: number, words: string): this {
    return this.step(after, (s, at) => s.act(this.asker(s), 'whistle.answer', at, { words }))
  }

  /** Taken in, and put right where the reporter chose wrongly. */
  taken(after: number, right: { category?: Category; urgency?: Urgency } = {}): this {
    this.accepted = true
    return this.step(after, (s, at) => s.act(s.worker, 'whistle.accept', at, right))
  }

  rejected(after: number, reason: string): this {
    return this.step(after, (s, at) => s.act(s.worker, 'whistle.reject', at, { reason }))
  }

  merged(after: number, into: string): this {
    return this.step(after, (s, at) => s.act(s.worker, 'whistle.merge', at, { intoId: whistleIdOf(into) }))
  }

  withdrawn(after: number, reason: string): this {
    return this.step(after, (s, at) => s.act(this.by, 'whistle.withdraw', at, { reason }))
  }

  /** Sent to a party, which comes after so many hours if it has come at all. */
  sent(after: number, party: PartyKey, came?: number, how: Sending = {}): this {
    if (!this.accepted) this.taken(after - 0.1)
    this.step(after, (s, at) => {
      const { co = [], says, respondIn, resolveIn } = how
      return s.act(s.worker, 'whistle.dispatch', at, {
        id: s.nextDispatch(party),
        lead: s.party(party),
        ...(co.length > 0 && { co: co.map((c) => s.party(c)) }),
        ...(says && { instruction: says }),
        ...(respondIn && { respondBy: later(at, respondIn).toISOString() }),
        ...(resolveIn && { resolveBy: later(at, resolveIn).toISOString() }),
      })
    })
    return came === undefined ? this : this.came(came)
  }

  disputed(after: number, reason: string): this {
    return this.step(after, (s, at) => s.act(s.hand(), 'whistle.dispute', at, { reason }))
  }

  decided(after: number, decision: 'uphold' | 'refuse', reason?: string): this {
    return this.step(after, (s, at) =>
      s.act(s.worker, 'whistle.decideDispute', at, { decision, ...(reason && { reason }) }),
    )
  }

  came(after: number, words?: string): this {
    return this.step(after, (s, at) => s.act(s.hand(), 'whistle.respond', at, words ? { words } : {}))
  }

  /** Somebody at the desk takes it; it may be handed on to a colleague. */
  picked(after: number, who: string, handedTo?: string): this {
    const take = (by: string, to: string) => (s: Scene, at: Date) =>
      s.act(by, 'whistle.take', at, { dispatchId: s.dispatchId, personId: demoId(to) })
    this.step(after, take(who, who))
    return handedTo ? this.step(after + 0.5, take(who, handedTo)) : this
  }

  /** What somebody else, who was sent along, tells the lead. */
  reported(after: number, party: PartyKey, words: string): this {
    return this.step(after, async (s, at) => {
      const { dispatches } = await s.act(s.hand(party), 'whistle.get', at, {})
      const { dispatchId } = dispatches.find((d) => !d.lead && d.state === 'current')!
      return s.act(s.hand(party), 'whistle.report', at, {
        dispatchId,
        id: demoId(`协办 ${this.words}`),
        words,
      })
    })
  }

  /** The reason is read by whoever reported it. */
  extended(after: number, hours: number, reason: string): this {
    return this.step(after, (s, at) =>
      s.act(s.hand(), 'whistle.extend', at, { resolveBy: later(at, hours).toISOString(), reason }),
    )
  }

  /** To a meeting of its compound, as an item of the agenda; its clocks stand still. */
  tabled(after: number, meeting: string, words?: string): this {
    return this.step(after, (s, at) =>
      s.act(s.worker, 'whistle.table', at, {
        meetingId: demoId(`会议 ${meeting}`),
        itemId: demoId(`议题 ${this.words}`),
        ...(words && { words }),
      }),
    )
  }

  /** Back from it, with what it decided. */
  untabled(after: number, resolutionId: string): this {
    return this.step(after, (s, at) => s.act(s.worker, 'whistle.untable', at, { resolutionId }))
  }

  fixed(after: number, words: string, rated?: Rating, photo?: string): this {
    this.step(after, async (s, at) => {
      const photoIds = photo ? [await s.photo(s.hand(), `${photo} mended`, later(at, -0.05))] : []
      return s.act(s.hand(), 'whistle.resolve', at, { words, photoIds })
    })
    if (rated) return this.rated(...rated)
    return this
  }

  rated(after: number, stars: number, words?: string): this {
    this.ticks.push(after + 24)
    this.followedUp(after, 'solved', words, stars)
    return this.surveyed(after + 24)
  }

  /** Nobody answers: the scheduler closes it. */
  unanswered(after: number): this {
    this.ticks.push(after)
    return this.surveyed(after)
  }

  /** A month after it was closed some are asked once more; most of them answer. */
  private surveyed(closed: number): this {
    const answer = (['well', 'well', 'broken', undefined] as const)[this.words.length % 4]
    const run = async (s: Scene, at: Date) => {
      if (this.more.from || !answer) return
      const { surveyAsked } = await s.act(this.by, 'whistle.get', at, {})
      if (surveyAsked) await s.act(this.by, 'whistle.survey', at, { answer })
    }
    this.steps.push({ after: closed + 40 * 24, run, maybe: true })
    return this
  }

  followedUp(after: number, outcome: Outcome, words?: string, stars?: number): this {
    return this.step(after, async (s, at) => {
      if (this.more.phone) await s.act(s.worker, 'whistle.reveal', later(at, -0.1), {})
      const said = { outcome, ...(stars && { stars }), ...(words && { words }) }
      return s.act(this.asker(s), 'whistle.followUp', at, said)
    })
  }

  /** It is broken again after it was closed. */
  reopened(after: number, reason: string): this {
    return this.step(after, (s, at) => s.act(this.by, 'whistle.reopen', at, { reason }))
  }

  /** The scheduler is at work then; it reminds, and raises what is overdue. */
  ticked(after: number): this {
    this.ticks.push(after)
    return this
  }
}

export const told = (
  when: When,
  where: string,
  by: string,
  category: Category,
  words: string,
  more: More = {},
): Told => new Told(when, where, by, category, words, more)
