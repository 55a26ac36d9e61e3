import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { hongyun, yanxi } from '../../functions/demo/story'
import { ourDisk } from '../../functions/kernel/storage'
import type { EndpointName } from '../../shared/contract'
import { codeAt } from '../../shared/kernel/minuteCode'
import { dayOf } from '../../shared/kernel/time'
import type { TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

const profile = { skills: [], interests: [], free: [], work: { kind: 'none' as const } }

/** What checking in, and all that follows from it, needs: whoever tries is the member, where a member is needed. */
export function taughtCheckins(
  api: () => TestApi,
): Partial<Record<EndpointName, (token: string) => Promise<object>>> {
  const as = (who: string) => signIn(api(), who)
  /** Only whoever may do it is given something to do it with. */
  const by =
    (role: 'communityWorker' | 'liaison', make: () => Promise<object>) =>
    async (token: string): Promise<object> => {
      const { roles } = await api().get(token, 'me.get', {})
      if (!roles.some((r) => r.role === role)) throw new Error('not theirs to do')
      return make()
    }
  const unitId = async () => (await api().get(await as('liaison'), 'slip.units', {})).items[0]!.unitId
  const slip = async () => {
    const [id, name] = [randomUUID(), `新党员${randomUUID().slice(0, 8)}`]
    const { number } = await api().get(await as('liaison'), 'slip.issue', {
      unitId: await unitId(),
      id,
      name,
    })
    return { slipId: id, number, name }
  }
  const workerOf = (communityId: string) => as(communityId === yanxi ? 'communityWorker' : 'secondWorker')
  /** Not checked in anywhere, and with consent given. */
  const free = async (token: string) => {
    const { current, moving, consent } = await api().get(token, 'checkin.mine', {})
    for (const c of [moving, current]) {
      if (!c) continue
      const key = { communityId: c.communityId, checkinId: c.checkinId }
      if (c.acceptedAt === null) await api().get(token, 'checkin.takeBack', key)
      else await api().get(await workerOf(c.communityId), 'checkin.end', { ...key, reason: 'other' })
    }
    if (!consent.givenAt) await api().get(token, 'checkin.consent', { id: randomUUID(), version: 1 })
  }
  const presenting = async (token: string) => {
    await free(token)
    const { number, name } = await slip()
    return { number, name, profile, homeId: undefined }
  }
  const presented = async (token: string, communityId = yanxi) => {
    const id = randomUUID()
    const { homeId: _, ...sent } = await presenting(token)
    await api().get(token, 'checkin.present', { communityId, id, ...sent })
    return { communityId, checkinId: id, name: sent.name }
  }
  const accepted = async (token: string, communityId = yanxi) => {
    const { name, ...key } = await presented(token, communityId)
    await api().get(await workerOf(communityId), 'checkin.accept', key)
    return { ...key, name }
  }
  /** By the community, with the number of whoever tries. */
  const registered = async (token: string) => {
    await free(token)
    const phone = String((await api().get(token, 'me.export', {})).person.phone)
    const [id, name] = [randomUUID(), `退休${randomUUID().slice(0, 8)}`]
    const sent = { communityId: yanxi, id, name, profile, agreed: true as const }
    await api().get(await as('communityWorker'), 'checkin.register', { ...sent, phone })
    return { checkinId: id, name }
  }
  const task = async (by: 'first' | 'choice' = 'first') => {
    const id = randomUUID()
    await api().get(await as('communityWorker'), 'task.add', {
      communityId: yanxi,
      id,
      kind: 'post',
      title: '岗',
      skills: [],
      times: [],
      places: 3,
      by,
    })
    return { communityId: yanxi, taskId: id }
  }
  const taken = async (token: string, by: 'first' | 'choice' = 'first') => {
    const { checkinId } = await accepted(token)
    const of = await task(by)
    const takingId = randomUUID()
    await api().get(token, 'task.take', { ...of, id: takingId })
    return { ...of, takingId, checkinId }
  }
  const shown = async (taskId: string) => {
    const { code } = await api().get(await as('communityWorker'), 'task.get', { communityId: yanxi, taskId })
    return { way: 'code' as const, code: codeAt(code!.secret, api().now).code }
  }
  /** On the day on which they checked in. */
  const hoursAgo = (hours: number) => ({
    inAt: new Date(api().now.getTime() - (hours + 1) * 3_600_000).toISOString(),
    outAt: new Date(api().now.getTime() - hours * 3_600_000).toISOString(),
  })
  const signedIn = async (token: string) => {
    const { taskId } = await taken(token)
    const id = randomUUID()
    await api().get(token, 'service.signIn', { communityId: yanxi, id, taskId, ...(await shown(taskId)) })
    api().now = new Date(api().now.getTime() + 60_000)
    return { serviceId: id, taskId }
  }
  const signedOut = async (token: string) => {
    const { serviceId, taskId } = await signedIn(token)
    await api().get(token, 'service.signOut', { communityId: yanxi, serviceId, ...(await shown(taskId)) })
    return { serviceId }
  }
  const member = () => as('newcomer')
  const link = async (token: string) => {
    const { checkinId } = await accepted(token)
    const id = randomUUID()
    const [home] = await api().owner<{ id: string }>(
      `select id from home where community_id = $1 and kind = 'dwelling' order by id desc limit 1`,
      [yanxi],
    )
    await api().get(await as('communityWorker'), 'care.assign', {
      communityId: yanxi,
      id,
      homeId: home!.id,
      checkinId,
    })
    return { linkId: id, checkinId, homeId: home!.id }
  }
  const terms = { title: '项目', need: '要', resource: '有', from: '2026-11-20', until: '2030-11-20' }
  const offered = async () => {
    const [id, termsId] = [randomUUID(), randomUUID()]
    await api().get(await as('liaison'), 'project.offer', {
      communityId: yanxi,
      id,
      termsId,
      unitId: await unitId(),
      kind: 'other',
      ...terms,
    })
    return { projectId: id, termsId }
  }
  const agreed = async () => {
    const of = await offered()
    await api().get(await as('communityWorker'), 'project.agree', { communityId: yanxi, ...of })
    return { projectId: of.projectId }
  }
  /** The year's record of the newcomer, with the community's word. */
  const record = async (token: string, to: 'drawn' | 'remarked' | 'shown' | 'read') => {
    const { checkinId } = await accepted(token)
    const worker = await as('communityWorker')
    const year = dayOf(api().now).slice(0, 4)
    await api().get(worker, 'serviceRecord.draw', { communityId: yanxi, year })
    const [row] = await api().owner<{ id: string }>('select id from service_record where checkin_id = $1', [
      checkinId,
    ])
    const one = { communityId: yanxi, serviceRecordId: row!.id }
    if (to === 'drawn') return one
    await api().get(worker, 'serviceRecord.remark', { ...one, remark: 'good' })
    if (to === 'remarked') return one
    await api().get(worker, 'serviceRecord.show', { ...one, sure: true })
    if (to === 'read') await api().get(token, 'serviceRecord.read', one)
    return one
  }
  return {
    'slip.issue': by('liaison', async () => ({ name: `党员${randomUUID().slice(0, 8)}`, phone: undefined })),
    'slip.void': by('liaison', async () => ({ slipId: (await slip()).slipId })),
    'slip.import': by('liaison', async () => {
      const [liaison, unit, rosterId] = [await as('liaison'), await unitId(), randomUUID()]
      const content = Buffer.from('姓名,手机号\r\n张三丰,13787654321')
      const sent = { unitId: unit, id: rosterId, fileName: '张三丰.csv', bytes: content.length }
      const { fields } = await api().get(liaison, 'slip.upload', sent)
      await ourDisk().place(fields.key!, Readable.from([content]), content.length)
      await api().get(liaison, 'slip.preview', { unitId: unit, rosterId })
      return { rosterId }
    }),
    'slip.confirm': by('liaison', async () => {
      const { checkinId } = await accepted(await member())
      return { checkinId }
    }),
    'checkin.consent': async (token) => {
      await free(token)
      await api().get(token, 'checkin.withdrawConsent', {})
      return { version: 1 }
    },
    'checkin.withdrawConsent': async (token) => {
      await free(token)
      return {}
    },
    'checkin.present': presenting,
    'checkin.again': async (token) => {
      const { name, ...key } = await presented(token)
      await api().get(await as('communityWorker'), 'checkin.return', { ...key, reason: '请补' })
      return { ...key, name, profile, homeId: undefined }
    },
    'checkin.takeBack': async (token) => ({ checkinId: (await presented(token)).checkinId }),
    'checkin.profile': async (token) => ({
      checkinId: (await accepted(token)).checkinId,
      profile,
      homeId: undefined,
    }),
    'checkin.transfer': async (token) => {
      const { checkinId, name } = await accepted(token, hongyun)
      return { fromId: checkinId, name, profile, homeId: undefined }
    },
    'checkin.accept': by('communityWorker', async () => ({
      checkinId: (await presented(await member())).checkinId,
    })),
    'checkin.return': by('communityWorker', async () => ({
      checkinId: (await presented(await member())).checkinId,
      reason: '请补',
    })),
    'checkin.register': by('communityWorker', async () => ({
      name: `退休${randomUUID().slice(0, 8)}`,
      phone: undefined,
      homeId: undefined,
      profile,
    })),
    'checkin.correct': by('communityWorker', async () => {
      const id = randomUUID()
      const sent = { communityId: yanxi, id, name: `退休${id.slice(0, 8)}`, profile, agreed: true as const }
      await api().get(await as('communityWorker'), 'checkin.register', sent)
      return { checkinId: id, name: sent.name, phone: null, homeId: undefined, profile }
    }),
    'checkin.own': registered,
    'checkin.disown': async (token) => ({ checkinId: (await registered(token)).checkinId }),
    'checkin.end': by('communityWorker', async () => ({
      checkinId: (await accepted(await member())).checkinId,
    })),
    'task.take': async (token) => {
      await accepted(token)
      return task()
    },
    'task.leave': async (token) => ({ takingId: (await taken(token)).takingId }),
    'task.choose': by('communityWorker', async () => ({
      takingId: (await taken(await member(), 'choice')).takingId,
      take: true,
    })),
    'task.close': by('communityWorker', task),
    'task.cancel': by('communityWorker', task),
    'service.signIn': async (token) => {
      const { taskId } = await taken(token)
      return { taskId, ...(await shown(taskId)) }
    },
    'service.signOut': async (token) => {
      const { serviceId, taskId } = await signedIn(token)
      return { serviceId, ...(await shown(taskId)) }
    },
    'service.write': by('communityWorker', async () => {
      const { checkinId } = await accepted(await member())
      return { checkinId, taskId: undefined, ...hoursAgo(1) }
    }),
    'service.close': by('communityWorker', async () => {
      const { serviceId } = await signedIn(await member())
      return { serviceId, outAt: api().now.toISOString() }
    }),
    'service.confirm': by('communityWorker', async () => signedOut(await member())),
    'service.refuse': by('communityWorker', async () => signedOut(await member())),
    'service.correct': by('communityWorker', async () => ({
      ...(await signedOut(await member())),
      ...hoursAgo(4),
    })),
    'care.accept': by('communityWorker', async () => {
      const { digest } = await api().get(await as('communityWorker'), 'care.propose', {
        communityId: yanxi,
        atMost: '5',
      })
      return { digest, atMost: 5 }
    }),
    'care.assign': by('communityWorker', async () => {
      const { checkinId, homeId } = await link(await member())
      return { checkinId, homeId }
    }),
    'care.end': by('communityWorker', async () => ({ linkId: (await link(await member())).linkId })),
    'care.movedIn': by('communityWorker', async () => {
      const { linkId } = await link(await member())
      const ended = { communityId: yanxi, linkId, reason: 'homeEmpty' as const }
      await api().get(await as('communityWorker'), 'care.end', ended)
      return { linkId }
    }),
    'care.visit': async (token) => {
      const { linkId } = await link(token)
      return { linkId, day: dayOf(api().now), outcome: 'well', needs: [] }
    },
    'project.offer': by('communityWorker', async () => ({ kind: 'other', ...terms })),
    'project.change': by('communityWorker', async () => ({ ...(await agreed()), what: 'change', ...terms })),
    'project.agree': by('communityWorker', async () => ({ ...(await offered()), meetingId: undefined })),
    'project.decline': by('communityWorker', offered),
    'project.step': by('communityWorker', async () => ({ ...(await agreed()), day: dayOf(api().now) })),
    'project.finish': by('communityWorker', async () => {
      const { projectId } = await agreed()
      const step = { communityId: yanxi, projectId, id: randomUUID(), day: dayOf(api().now), words: '做了' }
      await api().get(await as('communityWorker'), 'project.step', step)
      return { projectId }
    }),
    'serviceRecord.draw': by('communityWorker', async () => ({ year: dayOf(api().now).slice(0, 4) })),
    'serviceRecord.remark': by('communityWorker', async () => record(await member(), 'drawn')),
    'serviceRecord.show': by('communityWorker', async () => ({
      ...(await record(await member(), 'remarked')),
      sure: true,
    })),
    'serviceRecord.showAll': by('communityWorker', async () => {
      await record(await member(), 'remarked')
      return { year: dayOf(api().now).slice(0, 4), sure: true }
    }),
    'serviceRecord.sendAll': by('communityWorker', async () => {
      await record(await member(), 'read')
      return { year: dayOf(api().now).slice(0, 4) }
    }),
    'serviceRecord.read': async (token) => record(token, 'shown'),
    'serviceRecord.send': by('communityWorker', async () => record(await member(), 'read')),
  }
}
