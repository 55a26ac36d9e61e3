import { codeAt } from '../../../shared/kernel/minuteCode'
import { addDays, dayOf, startOfDay } from '../../../shared/kernel/time'
import { demoId, type Stage } from '../stage'
import { keyOf, type Member } from './path'

interface People {
  here: Member
  there: Member
  retired: Member
}

/** A time that lies ahead. */
const inDays = (stage: Stage, days: number, hour: number): string =>
  new Date(startOfDay(addDays(dayOf(stage.now), days)).getTime() + hour * 3_600_000).toISOString()

/** Posts, a day's task, services of every state, and homes that somebody looks after. */
export async function serve(stage: Stage, { here, there, retired }: People): Promise<void> {
  for (const m of [here, there]) {
    const { communityId, worker } = m
    const taskOf = (name: string) => ({ communityId, taskId: demoId(`${communityId} ${name}`) })
    const post = taskOf('楼道守望')
    await stage.act(
      worker,
      'task.add',
      {
        communityId,
        id: post.taskId,
        kind: 'post',
        title: '楼道守望岗',
        words: '看一看楼道有没有堆东西，声控灯亮不亮',
        about: 'safety',
        skills: [],
        times: ['workdayEvening', 'restMorning'],
        places: 6,
        by: 'first',
        place: '小区门口值班室',
        at: { lat: 29.972, lng: 106.276 },
      },
      stage.daysAgo(170),
    )
    await stage.act(
      m.key,
      'task.take',
      { ...post, id: demoId(`${communityId} 认领`) },
      stage.daysAgo(168, 20),
    )
    // one that lies ahead, for which the worker chooses
    const ahead = taskOf('便民服务')
    await stage.act(
      worker,
      'task.add',
      {
        communityId,
        id: ahead.taskId,
        kind: 'once',
        title: '周末便民服务',
        words: '修小家电、量血压、写材料，各要两位',
        skills: ['repair', 'medical', 'writing'],
        times: ['restMorning'],
        places: 6,
        by: 'choice',
        startsAt: inDays(stage, 9, 9),
        endsAt: inDays(stage, 9, 12),
        place: '社区广场',
      },
      stage.daysAgo(4),
    )
    await signInAndOut(stage, m, post, [
      { days: 160, from: 18, to: 20, confirmed: true },
      { days: 90, from: 18, to: 21, confirmed: true },
      { days: 3, from: 18, to: 20, confirmed: false },
    ])
    await lookAfter(stage, m)
  }
  await stage.act(
    retired.worker,
    'service.write',
    {
      ...keyOf(retired),
      id: demoId('neighbour3 服务'),
      inAt: stage.daysAgo(40, 9).toISOString(),
      outAt: stage.daysAgo(40, 11, 30).toISOString(),
    },
    stage.daysAgo(39),
  )
}

interface Shift {
  days: number
  from: number
  to: number
  confirmed: boolean
}
async function signInAndOut(
  stage: Stage,
  m: Member,
  post: { communityId: string; taskId: string },
  shifts: readonly Shift[],
): Promise<void> {
  const { code } = await stage.act(m.worker, 'task.get', post, stage.daysAgo(167))
  for (const { days, from, to, confirmed } of shifts) {
    const [inAt, outAt] = [stage.daysAgo(days, from), stage.daysAgo(days, to)]
    const at = { communityId: m.communityId, serviceId: demoId(`${m.key} 服务 ${days}`) }
    const shown = (when: Date) => ({ way: 'code' as const, code: codeAt(code!.secret, when).code })
    await stage.act(m.key, 'service.signIn', { ...post, id: at.serviceId, ...shown(inAt) }, inAt)
    await stage.act(m.key, 'service.signOut', { ...at, ...shown(outAt) }, outAt)
    if (confirmed) await stage.act(m.worker, 'service.confirm', at, stage.daysAgo(days - 1))
  }
}

/** Some homes by proposal, so many a member; one is visited. */
async function lookAfter(stage: Stage, m: Member): Promise<void> {
  const { communityId, worker, key } = m
  const at = stage.daysAgo(60)
  const { digest } = await stage.act(worker, 'care.propose', { communityId, atMost: '4' }, at)
  await stage.act(worker, 'care.accept', { communityId, digest, atMost: 4 }, at)
  const { items } = await stage.act(key, 'care.mine', {})
  const [first, second] = items
  const visit = (n: number, linkId: string, days: number, needs: 'doctor'[]) =>
    stage.act(
      key,
      'care.visit',
      {
        communityId,
        linkId,
        id: demoId(`${key} 走访 ${n}`),
        day: dayOf(stage.daysAgo(days)),
        outcome: needs.length > 0 ? 'needs' : 'well',
        needs,
      },
      stage.daysAgo(days, 19),
    )
  if (first) await visit(1, first.linkId, 30, [])
  if (second) await visit(2, second.linkId, 12, ['doctor'])
}
