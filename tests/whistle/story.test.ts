import { randomUUID } from 'node:crypto'
import { hongyun } from '../../functions/demo/story'
import { openApi, type TestApi } from '../kernel/api'
import { openHongyun } from './people'

let api: TestApi
let at: Awaited<ReturnType<typeof openHongyun>>
beforeAll(async () => {
  // a Friday morning
  api = await openApi({ demo: true, now: new Date('2026-11-20T01:00:00Z') })
  at = await openHongyun(api)
})
afterAll(() => api.close())

const later = (hours: number) => {
  api.now = new Date(api.now.getTime() + hours * 3_600_000)
}

test('a burst pipe, from the whistle to a satisfied neighbour', async () => {
  const { tokens, property, department } = at
  const whistle = await at.submit({
    category: 'water',
    urgency: 'danger',
    words: '3单元门口水管爆了，水流到路上',
    spot: '3单元门口',
    anonymous: true,
  })
  later(0.1)
  await api.get(tokens.worker, 'whistle.askBack', { ...whistle, words: '水是从墙里还是从地下出来的？' })
  later(0.2)
  await api.get(tokens.resident, 'whistle.answer', { ...whistle, words: '从地下，井盖边上' })
  later(0.1)
  await api.get(tokens.worker, 'whistle.accept', whistle)
  await api.get(tokens.worker, 'whistle.dispatch', { ...whistle, id: randomUUID(), lead: property })
  later(0.2)
  await api.get(tokens.property, 'whistle.dispute', { ...whistle, reason: '是市政管道，不归物业管' })
  await api.get(tokens.worker, 'whistle.decideDispute', { ...whistle, decision: 'uphold' })
  await api.get(tokens.worker, 'whistle.dispatch', {
    ...whistle,
    id: randomUUID(),
    lead: department,
    co: [property],
    instruction: '先关总阀',
  })
  later(0.5)
  await api.get(tokens.department, 'whistle.respond', whistle)
  later(20)
  const resolveBy = new Date(api.now.getTime() + 24 * 3_600_000).toISOString()
  await api.get(tokens.department, 'whistle.extend', { ...whistle, resolveBy, reason: '要等管件到货' })
  later(10)
  await api.get(tokens.department, 'whistle.resolve', { ...whistle, words: '换了两米水管' })
  later(2)
  await api.get(tokens.resident, 'whistle.followUp', { ...whistle, outcome: 'half', words: '路面还没有铺' })
  later(3)
  await api.get(tokens.department, 'whistle.respond', whistle)
  await api.get(tokens.department, 'whistle.resolve', { ...whistle, words: '路面铺好了' })
  later(1)
  await api.get(tokens.resident, 'whistle.followUp', { ...whistle, outcome: 'solved', stars: 5 })
  const seen = await api.get(tokens.resident, 'whistle.get', whistle)
  expect(seen.steps.map((s) => [s.by, s.says, s.words].filter(Boolean).join(' · '))).toMatchSnapshot()
  expect(api.faults).toEqual([])
  expect(hongyun).toBe(whistle.communityId)
})
