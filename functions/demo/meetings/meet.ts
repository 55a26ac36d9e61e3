import type { EndpointName, Input } from '../../../shared/contract'
import { codeAt } from '../../../shared/kernel/minuteCode'
import { secretOf } from '../../meeting/attendance/secret'
import { demoId, type Stage } from '../stage'

export interface Moment {
  at: Date
  happens: () => Promise<unknown>
}
const hour = 3_600_000
export const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hour)
export const meetingIdOf = (key: string): string => demoId(`会议 ${key}`)
export const resolutionIdOf = (words: string): string => demoId(`决议 ${words}`)

type Key = 'communityId' | 'meetingId'
export type Decided = Omit<Input<'resolution.write'>, Key | 'id' | 'revision' | 'votes' | 'words'>

/** One meeting while it is lived: what happens at it, moment by moment. */
export class Meet {
  readonly moments: Moment[] = []
  readonly meetingId: string
  private place = 0

  constructor(
    private readonly stage: Stage,
    readonly communityId: string,
    /** None where the series tells it. */
    private readonly title: string | undefined,
    /** Who writes it down, and who chairs it. */
    private readonly recorder: string,
    private readonly chair: string,
    key = title ?? '',
  ) {
    this.meetingId = meetingIdOf(key)
  }

  /** What is no business of the meeting itself, but happens with it. */
  besides(at: Date, happens: Moment['happens']): this {
    if (at < this.stage.now) this.moments.push({ at, happens })
    return this
  }

  /** What lies in the future has not happened. */
  do<N extends EndpointName>(at: Date, who: string, name: N, more: Omit<Input<N>, Key>): this {
    const { communityId, meetingId } = this
    const input = { communityId, meetingId, ...more } as unknown as Input<N>
    return this.besides(at, () => this.stage.act(who, name, input, at))
  }

  planned(at: Date, by: string, more: Omit<Input<'meeting.plan'>, 'communityId' | 'id'>): this {
    const { communityId, meetingId: id, title, chair, recorder } = this
    const named = { chairId: demoId(chair), recorderId: demoId(recorder) }
    const input = { communityId, id, ...(title && { title }), ...named, ...more }
    return this.besides(at, () => this.stage.act(by, 'meeting.plan', input, at))
  }

  item(at: Date, title: string, more: Partial<Input<'meeting.addItem'>> = {}): this {
    return this.do(at, this.recorder, 'meeting.addItem', { id: demoId(`议题 ${title}`), title, ...more })
  }

  noticed(at: Date): this {
    return this.do(at, this.recorder, 'meeting.notice', {})
  }

  /** Begun; people come in one after another, by the code on the recorder's screen. */
  began(at: Date, ...people: string[]): this {
    this.do(at, this.recorder, 'meeting.begin', {})
    people.forEach((who, n) => {
      const when = later(at, n / 120)
      const { code } = codeAt(secretOf(this.communityId, this.meetingId), when)
      this.do(when, who, 'meeting.signIn', { id: demoId(`签到 ${this.meetingId} ${who}`), code })
    })
    return this
  }

  /** Under the agenda's item of that title, or under the one it is tied to. */
  written(
    at: Date,
    title: string,
    words: string,
    restricted?: string,
    itemId = demoId(`议题 ${title}`),
  ): this {
    const said = { title, words, ...(restricted && { restricted }) }
    return this.do(at, this.recorder, 'minutes.write', {
      itemId,
      revision: 0,
      place: ++this.place,
      ...said,
    })
  }

  decided(at: Date, words: string, decided: Decided, agreed: number): this {
    const votes = { for: agreed, against: 0, abstained: agreed % 3 }
    const id = resolutionIdOf(words)
    return this.do(at, this.recorder, 'resolution.write', { id, revision: 0, words, votes, ...decided })
  }

  ended(at: Date): this {
    return this.do(at, this.recorder, 'meeting.end', {})
  }

  opened(at: Date): this {
    return this.do(at, this.recorder, 'minutes.open', {})
  }

  /** Both have signed it, and it is published. */
  published(at: Date): this {
    this.do(later(at, -0.4), this.recorder, 'minutes.sign', {})
    this.do(later(at, -0.2), this.chair, 'minutes.sign', {})
    return this.do(at, this.recorder, 'minutes.publish', {})
  }

  /** Whoever does what was decided tells of it. */
  told<N extends 'resolution.progress' | 'resolution.finish'>(
    at: Date,
    who: string,
    name: N,
    resolution: string,
    words: string,
    photo?: () => Promise<string>,
  ): this {
    const { communityId, stage } = this
    const resolutionId = resolutionIdOf(resolution)
    return this.besides(at, async () => {
      const photoIds = photo ? [await photo()] : []
      const id = demoId(`进展 ${resolution} ${words}`)
      const input = { communityId, resolutionId, id, words, photoIds }
      return stage.act(who, name, input as Input<N>, at)
    })
  }
}
