import { randomUUID } from 'node:crypto'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import { secretOf } from '../../functions/meeting/attendance/secret'
import type { EndpointName, Input } from '../../shared/contract'
import { codeAt } from '../../shared/kernel/minuteCode'
import { dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

const hour = 3_600_000
const steps = ['planned', 'noticed', 'underWay', 'held'] as const
const minutesSteps = ['draft', 'open', 'signed', 'published'] as const

/** For each step a meeting of 盐溪桥小区, its minutes or its resolution, that stands where the step can be taken. */
export function taughtMeetings(
  api: () => TestApi,
  whistled: (to: 'accepted', token?: string) => Promise<{ whistleId: string }>,
): Partial<Record<EndpointName, (token: string) => Promise<object>>> {
  const tokens = new Map<string, Promise<string>>()
  const by = (key: string) => {
    if (!tokens.has(key)) tokens.set(key, signIn(api(), key))
    return tokens.get(key)!
  }
  const worker = () => by('communityWorker')
  const inHours = (hours: number) => new Date(api().now.getTime() + hours * hour).toISOString()
  const circle = [{ kind: 'building' as const, ofId: demoId('盐溪 9栋') }]
  const posts = { chairId: demoId('buildingLead'), recorderId: demoId('communityWorker') }
  const planned = (): Input<'meeting.plan'> => ({
    communityId: yanxi,
    id: randomUUID(),
    compoundId: yanxiCompound,
    startsAt: inHours(24 * 9),
    circle,
    ...posts,
  })
  /** The clock of the test stands still: what is over was set back by the owner of the tables. */
  async function met(to: (typeof steps)[number]) {
    const sent = planned()
    await api().get(await worker(), 'meeting.plan', sent)
    const at = { communityId: yanxi, meetingId: sent.id }
    const far = steps.indexOf(to)
    if (far >= 1) await api().get(await worker(), 'meeting.notice', at)
    if (far >= 2) {
      await api().owner('update meeting set starts_at = $2 where id = $1', [sent.id, inHours(-0.2)])
      await api().get(await worker(), 'meeting.begin', at)
    }
    if (far >= 3) await api().get(await worker(), 'meeting.end', at)
    return at
  }
  const item = async (at: { communityId: string; meetingId: string }) => {
    const id = randomUUID()
    await api().get(await worker(), 'meeting.addItem', { ...at, id, title: '一件事' })
    return id
  }
  const attend = async (at: { communityId: string; meetingId: string }, token: string) => {
    const { code } = codeAt(secretOf(at.communityId, at.meetingId), api().now)
    const id = randomUUID()
    await api().get(token, 'meeting.signIn', { ...at, id, code })
    return id
  }
  async function written(to: (typeof minutesSteps)[number], token?: string) {
    const at = await met('underWay')
    const itemId = randomUUID()
    const said = { itemId, revision: 0, place: 1, title: '事', words: '说了' }
    await api().get(await worker(), 'minutes.write', { ...at, ...said })
    if (token) await attend(at, token)
    const far = minutesSteps.indexOf(to)
    if (far >= 1) {
      await api().get(await worker(), 'meeting.end', at)
      await api().get(await worker(), 'minutes.open', at)
    }
    if (far >= 2) {
      await api().owner('update minutes set opened_at = $2, amend_until = $2 where meeting_id = $1', [
        at.meetingId,
        inHours(-0.1),
      ])
      for (const who of ['communityWorker', 'buildingLead'])
        await api().get(await by(who), 'minutes.sign', at)
    }
    if (far >= 3) await api().get(await worker(), 'minutes.publish', at)
    return { ...at, itemId }
  }
  async function decided(pledge?: Input<'resolution.write'>['pledge']) {
    const at = await met('held')
    const id = randomUUID()
    const party = { kind: 'committee' as const, partyId: yanxiCompound }
    const said = { words: '办', party, dueOn: '2031-01-01', ...(pledge && { pledge }) }
    await api().get(await worker(), 'resolution.write', { ...at, id, revision: 0, ...said })
    return { meetingId: at.meetingId, resolutionId: id }
  }
  const ofMine = async (token: string) => {
    const { personId } = await api().get(token, 'me.get', {})
    const rows = await api().owner<{ id: string }>(
      `select h.id from home h join home_tie t on t.home_id = h.id where t.person_id = $1 and h.building_id = $2`,
      [personId, demoId('盐溪 9栋')],
    )
    if (!rows[0]) throw new Error('no home in the circle')
    return rows[0].id
  }
  const asked = async () => {
    const call = await decided({ targetFen: 1000_00, until: '2031-01-01' })
    // seen by neighbours once it is published
    await api().owner('update resolution set published = true where id = $1', [call.resolutionId])
    return { communityId: yanxi, resolutionId: call.resolutionId }
  }

  return {
    'series.add': async () => ({ circle, ...posts, from: dayOf(api().now) }),
    'series.end': async () => {
      const id = randomUUID()
      const said = { kind: 'other' as const, title: '例会', rule: 'FREQ=WEEKLY;BYDAY=MO', at: '09:00' }
      const where = { communityId: yanxi, id, compoundId: yanxiCompound, minutes: 60, spot: '院里' }
      await api().get(await worker(), 'series.add', { ...where, ...said, from: dayOf(api().now), circle })
      return { seriesId: id }
    },
    'meeting.plan': async () => ({ ...planned(), seriesId: undefined, seriesDay: undefined }),
    'meeting.change': async () => ({ ...(await met('planned')), ...posts }),
    'meeting.notice': () => met('planned'),
    'meeting.move': async () => ({ ...(await met('planned')), startsAt: inHours(24 * 20) }),
    'meeting.callOff': () => met('noticed'),
    'meeting.begin': async () => {
      const at = await met('noticed')
      await api().owner('update meeting set starts_at = $2 where id = $1', [at.meetingId, inHours(0.5)])
      return at
    },
    'meeting.end': () => met('underWay'),
    'meeting.addItem': async () => ({
      ...(await met('planned')),
      whistleIds: [],
      photoIds: [],
      owners: false,
    }),
    'meeting.changeItem': async () => {
      const at = await met('planned')
      return { ...at, itemId: await item(at), whistleIds: [], photoIds: [], owners: false }
    },
    'meeting.dropItem': async () => {
      const at = await met('planned')
      return { ...at, itemId: await item(at) }
    },
    'meeting.orderItems': async () => {
      const at = await met('planned')
      return { ...at, itemIds: [await item(at)] }
    },
    'meeting.signIn': async () => {
      const at = await met('underWay')
      return { ...at, code: codeAt(secretOf(at.communityId, at.meetingId), api().now).code }
    },
    'meeting.signInFor': async () => ({
      ...(await met('underWay')),
      homeId: undefined,
      personId: undefined,
      name: '客人',
      as: 'guest',
    }),
    'meeting.undoSignIn': async () => {
      const at = await met('underWay')
      return { ...at, attendanceId: await attend(at, await by('owner')) }
    },
    'minutes.write': async () => ({ ...(await met('underWay')), itemId: randomUUID(), revision: 0 }),
    'minutes.strike': async () => ({ ...(await written('draft')), revision: 1 }),
    'minutes.open': () => met('held'),
    'minutes.amend': (token) => written('open', token),
    'minutes.answerAmendment': async () => {
      const { itemId, ...at } = await written('open', await by('owner'))
      const id = randomUUID()
      await api().get(await by('owner'), 'minutes.amend', { ...at, id, itemId, words: '改' })
      return { ...at, amendmentId: id, decision: 'taken' }
    },
    'minutes.sign': async () => {
      const { itemId: _, ...at } = await written('open')
      await api().owner('update minutes set opened_at = $2, amend_until = $2 where meeting_id = $1', [
        at.meetingId,
        inHours(-0.1),
      ])
      return at
    },
    'minutes.redraft': async () => ({ ...(await written('open')), itemId: undefined }),
    'minutes.publish': async () => ({ ...(await written('signed')), itemId: undefined }),
    'minutes.correct': async () => ({ ...(await written('published')), itemId: undefined }),
    'minutes.object': async () => ({ ...(await written('published')), itemId: undefined }),
    'minutes.answerObjection': async () => {
      const { itemId: _, ...at } = await written('published')
      const id = randomUUID()
      await api().get(await by('owner'), 'minutes.object', { ...at, id, words: '不对' })
      return { ...at, objectionId: id }
    },
    'resolution.write': async () => ({
      ...(await met('held')),
      revision: 0,
      itemId: undefined,
      whistleId: undefined,
      party: { kind: 'committee', partyId: yanxiCompound },
    }),
    'resolution.strike': async () => ({ ...(await decided()), meetingId: undefined, revision: 1 }),
    'resolution.progress': async () => ({ ...(await decided()), meetingId: undefined, photoIds: [] }),
    'resolution.finish': async () => ({
      ...(await decided()),
      meetingId: undefined,
      photoIds: [],
      words: '好了',
    }),
    'resolution.drop': async () => ({ ...(await decided()), meetingId: undefined }),
    'pledge.give': async (token) => ({ ...(await asked()), homeId: await ofMine(token), fen: 100 }),
    'pledge.withdraw': async (token) => {
      const call = await asked()
      const id = randomUUID()
      await api().get(token, 'pledge.give', { ...call, id, homeId: await ofMine(token), fen: 100 })
      return { ...call, pledgeId: id }
    },
    'whistle.table': async () => ({
      ...(await whistled('accepted')),
      meetingId: (await met('planned')).meetingId,
      itemId: randomUUID(),
    }),
    'whistle.untable': async () => {
      const { whistleId } = await whistled('accepted')
      const { meetingId } = await met('planned')
      const tabled = { communityId: yanxi, whistleId, meetingId, itemId: randomUUID() }
      await api().get(await worker(), 'whistle.table', tabled)
      return { whistleId, resolutionId: undefined, words: '没有定' }
    },
  }
}
