import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import type { EndpointName } from '../../shared/contract'
import type { TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'
import { taughtMeetings } from './taughtMeetings'

const department = { kind: 'organisation', partyId: demoId('城管中队') } as const
const committee = { kind: 'committee', partyId: yanxiCompound } as const
const steps = ['submitted', 'accepted', 'dispatched', 'responded', 'resolved', 'followedUp'] as const

/** For each step a whistle of 盐溪桥小区 that stands where the step can be taken, by whoever has the token. */
export function taughtWhistles(
  api: () => TestApi,
): Partial<Record<EndpointName, (token: string) => Promise<object>>> {
  let said = 0
  const report = () => ({
    communityId: yanxi,
    id: randomUUID(),
    compoundId: yanxiCompound,
    category: 'other' as const,
    urgency: 'ordinary' as const,
    words: `${'甲乙丙丁戊己庚辛壬癸'.charAt(said % 10)}${++said}`.repeat(3),
  })
  const tokens = new Map<string, Promise<string>>()
  const by = (key: string) => {
    if (!tokens.has(key)) tokens.set(key, signIn(api(), key))
    return tokens.get(key)!
  }
  const worker = () => by('communityWorker')

  /** Whistled by the holder of a token, or written down by a worker. */
  async function whistled(token?: string) {
    const sent = report()
    if (token) await api().get(token, 'whistle.submit', { ...sent, anonymous: false })
    else await api().get(await worker(), 'whistle.intake', { ...sent, source: 'phone', phone: '15420009999' })
    return { communityId: yanxi, whistleId: sent.id }
  }
  const send = async (
    at: Awaited<ReturnType<typeof whistled>>,
    lead: typeof department | typeof committee,
  ) => {
    const co = lead === committee ? [department] : []
    await api().get(await worker(), 'whistle.dispatch', { ...at, id: randomUUID(), lead, co })
  }
  async function brought(to: (typeof steps)[number], token?: string) {
    const at = await whistled(token)
    const far = steps.indexOf(to)
    const theirs = await by('department')
    if (far >= 1) await api().get(await worker(), 'whistle.accept', at)
    if (far >= 2) await send(at, department)
    if (far >= 3) await api().get(theirs, 'whistle.respond', at)
    if (far >= 4) await api().get(theirs, 'whistle.resolve', { ...at, words: '做好了' })
    if (far >= 5) await api().get(token ?? (await worker()), 'whistle.followUp', { ...at, ...well })
    return { whistleId: at.whistleId }
  }
  const dispatched = async (token: string, lead: typeof department | typeof committee) => {
    const at = await whistled()
    await api().get(await worker(), 'whistle.accept', at)
    await send(at, lead)
    const { dispatches } = await api().get(token, 'whistle.get', at)
    const { dispatchId } = dispatches.find((d) => d.partyId === department.partyId)!
    return { whistleId: at.whistleId, dispatchId }
  }
  const incident = async (whistleIds: string[]) => {
    const { communityId, id, compoundId, category, words } = report()
    const fromAt = api().now.toISOString()
    const opened = { communityId, id, compoundId, category, words, fromAt, title: '试', whistleIds }
    await api().get(await worker(), 'incident.open', opened)
    return { incidentId: id }
  }
  const well = { outcome: 'solved', stars: 5 } as const

  return {
    ...taughtMeetings(api, (to) => brought(to)),
    'whistle.submit': async () => ({ words: report().words }),
    'whistle.join': () => brought('submitted'),
    'whistle.askBack': () => brought('submitted'),
    'whistle.answer': async (token) => {
      const at = await whistled(token)
      await api().get(await worker(), 'whistle.askBack', { ...at, words: '哪里？' })
      return { whistleId: at.whistleId, words: '这里' }
    },
    'whistle.accept': () => brought('submitted'),
    'whistle.reject': () => brought('submitted'),
    'whistle.merge': async () => ({
      ...(await brought('submitted')),
      intoId: (await brought('submitted')).whistleId,
    }),
    'whistle.withdraw': (token) => brought('submitted', token),
    'whistle.dispatch': () => brought('accepted'),
    'whistle.dispute': () => brought('dispatched'),
    'whistle.decideDispute': async () => {
      const { whistleId } = await brought('dispatched')
      const disputed = { communityId: yanxi, whistleId, reason: '不归我们' }
      await api().get(await by('department'), 'whistle.dispute', disputed)
      return { whistleId }
    },
    'whistle.respond': () => brought('dispatched'),
    'whistle.extend': async () => ({
      ...(await brought('responded')),
      resolveBy: new Date(api().now.getTime() + 59 * 86_400_000).toISOString(),
    }),
    'whistle.resolve': async () => ({ ...(await brought('responded')), words: '做好了' }),
    'whistle.followUp': async (token) => ({ ...(await brought('resolved', token)), ...well }),
    'whistle.reopen': (token) => brought('followedUp', token),
    'whistle.close': () => brought('followedUp'),
    'whistle.take': async (token) => ({
      ...(await dispatched(token, department)),
      personId: demoId('department'),
    }),
    'whistle.report': (token) => dispatched(token, committee),
    'whistle.reveal': () => brought('submitted'),
    'whistle.survey': async (token) => {
      const { whistleId } = await brought('submitted', token)
      await api().owner(
        `insert into whistle_survey (community_id, whistle_id, person_id, asked_at)
         select community_id, whistle_id, person_id, at from whistle_reporter where whistle_id = $1`,
        [whistleId],
      )
      return { whistleId }
    },
    'incident.open': async () => ({ whistleIds: [(await brought('submitted')).whistleId] }),
    'incident.add': async () => ({
      ...(await incident([])),
      whistleIds: [(await brought('submitted')).whistleId],
    }),
    'incident.remove': async () => {
      const { whistleId } = await brought('submitted')
      return { ...(await incident([whistleId])), whistleIds: [whistleId] }
    },
    'incident.answer': () => incident([]),
    'incident.end': () => incident([]),
  }
}
