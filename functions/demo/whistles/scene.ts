import type { EndpointName, Input, Output } from '../../../shared/contract'
import type { Party } from '../../../shared/whistle/states'
import { hongyun, hongyunCompound, trustCompound, yanxi, yanxiCompound } from '../ids'
import { release, takePhoto } from '../photos'
import { demoId, type Stage } from '../stage'
import type { Told } from './told'

export type PartyKey = 'property' | 'department' | 'committee' | 'branch'

/** Who picks up what is sent to a party. */
const hands: Record<string, Record<PartyKey, string>> = {
  [yanxi]: {
    property: 'property',
    department: 'department',
    committee: 'neighbour3',
    branch: 'branchSecretary',
  },
  [hongyun]: {
    property: 'property',
    department: 'department',
    committee: 'committeeDirector',
    branch: 'branchSecretary',
  },
}
export const compoundIds: Record<string, { communityId: string; compoundId: string }> = {
  盐溪桥: { communityId: yanxi, compoundId: yanxiCompound },
  花溪苑: { communityId: yanxi, compoundId: trustCompound },
  弘运: { communityId: hongyun, compoundId: hongyunCompound },
}
export const workerOf = (communityId: string): string =>
  communityId === yanxi ? 'communityWorker' : 'secondWorker'
/** Its first words are unlike all others, so they name it. */
export const whistleIdOf = (words: string): string => demoId(`哨 ${words}`)

type Key = 'communityId' | 'whistleId'

/** One whistle while it is lived: what its steps need to know of it. */
export class Scene {
  readonly communityId: string
  readonly compoundId: string
  readonly whistleId: string
  private readonly sent: { id: string; party: PartyKey }[] = []

  constructor(
    readonly stage: Stage,
    readonly told: Told,
    readonly spot: { buildingId?: string; entranceId?: string; spot?: string },
  ) {
    const { communityId, compoundId } = compoundIds[told.compound]!
    this.communityId = communityId
    this.compoundId = compoundId
    this.whistleId = whistleIdOf(told.words)
  }

  get worker(): string {
    return workerOf(this.communityId)
  }

  act<N extends EndpointName>(
    person: string,
    name: N,
    at: Date,
    more: Omit<Input<N>, Key>,
  ): Promise<Output<N>> {
    const { communityId, whistleId } = this
    return this.stage.act(person, name, { communityId, whistleId, ...more } as Input<N>, at)
  }

  party(key: PartyKey): Party {
    if (key === 'property') return { kind: 'organisation', partyId: demoId('弘运物业公司') }
    if (key === 'department') return { kind: 'organisation', partyId: demoId('城管中队') }
    return { kind: key, partyId: this.compoundId }
  }

  /** Whoever sits at the desk of the party that has it now, or of another. */
  hand(party: PartyKey = this.sent.at(-1)!.party): string {
    return hands[this.communityId]![party]
  }

  nextDispatch(party: PartyKey): string {
    const id = demoId(`派单 ${this.told.words} ${this.sent.length}`)
    this.sent.push({ id, party })
    return id
  }

  get dispatchId(): string {
    return this.sent.at(-1)!.id
  }

  /** A picture, and a worker's look at it some hours later; what is quite new still waits for that. */
  async photo(person: string, what: string, at: Date): Promise<string> {
    const { stage, communityId, told, worker } = this
    const id = await takePhoto(stage, person, communityId, `${told.words} ${what}`, at)
    const looked = new Date(at.getTime() + 3 * 3_600_000)
    if (told.longAgo) await release(stage, worker, communityId, id, looked)
    return id
  }
}
