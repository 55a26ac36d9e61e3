import { dueOf, sayDue, type Timed } from '../../miniprogram/desk/parts/due'

const now = new Date('2026-11-23T01:00:00Z')
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`).toISOString()
const timed = (more: Partial<Timed> = {}): Timed => ({
  state: 'submitted',
  urgency: 'ordinary',
  responseDueAt: at('17:00'),
  resolutionDueAt: '2026-12-02T10:00:00.000Z',
  provisional: false,
  ...more,
})

test.each<[string, Partial<Timed>, string]>([
  ['what is due today', {}, '今天 17:00 前'],
  ['danger', { urgency: 'danger', responseDueAt: at('10:12') }, '危急·还剩 1 小时 12 分'],
  ['danger in less than an hour', { urgency: 'danger', responseDueAt: at('09:45') }, '危急·还剩 45 分钟'],
  [
    'danger with a day and more',
    { urgency: 'danger', responseDueAt: '2026-11-24T04:00:00.000Z' },
    '危急·还剩 1 天 3 小时',
  ],
  ['what is late', { responseDueAt: at('06:00') }, '已超 3 小时'],
  ['danger that is late', { urgency: 'danger', responseDueAt: at('06:00') }, '危急·已超 3 小时'],
  ['what is late by seconds', { responseDueAt: now.toISOString() }, '刚刚超时'],
  ['after arrival, the other clock', { state: 'responded' }, '12月2日 18:00 前'],
  ['opened again, the other clock', { state: 'reopened' }, '12月2日 18:00 前'],
  [
    'a year not published yet',
    { provisional: true, responseDueAt: '2027-01-04T10:00:00.000Z' },
    '暂定 2027年1月4日 前',
  ],
  ['what waits for the resident', { state: 'needsInfo' }, '等居民补充'],
  ['what is over', { state: 'closed' }, '已结束'],
])('the chip tells of %s', (_, more, says) => {
  expect(dueOf(timed(more), now).says).toBe(says)
})

test('colour is never alone: danger and lateness stand in words too, and the rest is calm', () => {
  expect(dueOf(timed(), now).tone).toBe('sun')
  expect(dueOf(timed({ state: 'responded' }), now).tone).toBe('quiet')
  expect(dueOf(timed({ responseDueAt: at('06:00') }), now).tone).toBe('vermilion')
  expect(dueOf(timed({ urgency: 'danger' }), now)).toMatchObject({
    tone: 'vermilion',
    says: expect.stringContaining('危急'),
  })
})

test('a screen reader hears what is to be done by then', () => {
  expect(sayDue(dueOf(timed(), now))).toBe('到现场时限：今天 17:00 前')
  expect(sayDue(dueOf(timed({ responseDueAt: at('06:00') }), now))).toBe('到现场已超 3 小时')
  expect(sayDue(dueOf(timed({ state: 'closed' }), now))).toBe('已结束')
})
