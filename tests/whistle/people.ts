import { randomUUID as newUuid } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound } from '../../functions/demo/story'
import type { Input } from '../../shared/contract'
import type { TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

/** Those who meet over a whistle in 弘运, with their sessions, and a few moves that every test needs. */
export async function openHongyun(api: TestApi) {
  const keys = {
    resident: 'partyMember',
    neighbour: 'entranceLead',
    worker: 'secondWorker',
    otherWorker: 'communityWorker',
    property: 'property',
    department: 'department',
    committee: 'committeeDirector',
    branch: 'branchSecretary',
    officer: 'subdistrictOfficer',
    stranger: 'tenant',
  } as const
  const tokens = {} as Record<keyof typeof keys, string>
  for (const [who, key] of Object.entries(keys)) tokens[who as keyof typeof keys] = await signIn(api, key)

  const property = { kind: 'organisation', partyId: demoId('弘运物业公司') } as const
  const department = { kind: 'organisation', partyId: demoId('城管中队') } as const
  const committee = { kind: 'committee', partyId: hongyunCompound } as const

  const report = (more: Partial<Input<'whistle.submit'>> = {}): Input<'whistle.submit'> => ({
    communityId: hongyun,
    id: newUuid(),
    compoundId: hongyunCompound,
    category: 'facility',
    urgency: 'ordinary',
    // never alike: of those there are two a day
    words: `井盖松动，编号${newUuid()}`,
    anonymous: false,
    ...more,
  })
  const submit = async (more: Partial<Input<'whistle.submit'>> = {}, token = tokens.resident) => {
    const { id } = await api.get(token, 'whistle.submit', report(more))
    return { communityId: hongyun, whistleId: id }
  }
  const dispatch = (
    at: { communityId: string; whistleId: string },
    lead: Input<'whistle.dispatch'>['lead'] = property,
  ) => api.get(tokens.worker, 'whistle.dispatch', { ...at, id: newUuid(), lead })
  /** Brought as far as the name says, by the ordinary way. */
  const bring = async (
    to: 'submitted' | 'accepted' | 'dispatched' | 'responded' | 'resolved' | 'followedUp',
  ) => {
    const at = await submit()
    const way = ['submitted', 'accepted', 'dispatched', 'responded', 'resolved', 'followedUp']
    const far = way.indexOf(to)
    if (far >= 1) await api.get(tokens.worker, 'whistle.accept', at)
    if (far >= 2) await dispatch(at)
    if (far >= 3) await api.get(tokens.property, 'whistle.respond', at)
    if (far >= 4) await api.get(tokens.property, 'whistle.resolve', { ...at, words: '换好了' })
    if (far >= 5) await api.get(tokens.resident, 'whistle.followUp', { ...at, outcome: 'solved', stars: 5 })
    return at
  }
  return { tokens, property, department, committee, report, submit, dispatch, bring }
}
