import { screen } from '@testing-library/react'
import { camera } from '../kernel/camera'
import { bridge, idOf } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, freshPhone, openNew, rest, today, words } from './newWhistle'

beforeEach(freshPhone)
afterEach(() => jest.useRealTimers())

describe('是不是同一件事', () => {
  const other = {
    communityId,
    whistleId: idOf(20, 1),
    title: '1单元二楼扶手晃',
    place: '盐溪桥小区 9栋1单元',
    category: 'safety' as const,
    urgency: 'ordinary' as const,
    state: 'accepted' as const,
    says: '社区已受理',
    submittedAt: today(8),
    joined: 3,
    words: '1单元二楼扶手晃，抓不住',
    photo: '/api/storage/one.jpg',
    mine: false,
  }

  test('what others have reported is shown once the writing rests, and joined by one tap', async () => {
    const wire = await openNew({
      'whistle.similar': { items: [other] },
      'whistle.join': { state: 'accepted', joined: 4 },
    })
    await write('怎么了', '扶手松了')
    expect(wire.of('whistle.similar')).toHaveLength(0)
    await rest()
    expect(wire.of('whistle.similar')).toEqual([
      { communityId, compoundId: bridge.compoundId, category: 'safety', words: '扶手松了' },
    ])
    expect(screen.getByText('1单元二楼扶手晃，抓不住')).toBeTruthy()
    expect(screen.getByText(/3 位邻居也遇到/)).toBeTruthy()
    await tap('button', /放大看照片/)
    expect(camera.shown).toEqual(['/api/storage/one.jpg'])
    await tap('button', /^就是这件，我也遇到/)
    expect(wire.of('whistle.join')).toEqual([{ communityId, whistleId: other.whistleId, anonymous: true }])
    expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${communityId}&whistleId=${other.whistleId}`)
    expect(wire.of('whistle.submit')).toHaveLength(0)
    await openNew()
    expect(words()).toBe('')
  })

  test('while it is typed nothing is asked, and then only about what stands there', async () => {
    const wire = await openNew()
    for (const text of ['灯坏', '灯坏了', '灯坏了三天']) await write('怎么了', text)
    await rest()
    expect(wire.of('whistle.similar').map((i) => i.words)).toEqual(['灯坏了三天'])
  })

  test('a refusal is told and what was written stays', async () => {
    await openNew({ 'whistle.similar': { items: [other] }, 'whistle.join': refuse('whistle_moved') })
    await write('怎么了', '扶手松了')
    await rest()
    await tap('button', /^就是这件，我也遇到/)
    expect(screen.getByText(/不能这样办了/)).toBeTruthy()
    expect(words()).toBe('扶手松了')
  })

  test('one that I am in already leads to it', async () => {
    await openNew({ 'whistle.similar': { items: [{ ...other, mine: true }] } })
    await write('怎么了', '扶手松了')
    await rest()
    await tap('button', /^这件你已经在了/)
    expect(phone.stack.at(-1)).toContain(other.whistleId)
    await openNew({ 'whistle.similar': { items: [other] }, 'whistle.join': refuse('joined_already') })
    await write('怎么了', '扶手松了')
    await rest()
    await tap('button', /^就是这件，我也遇到/)
    expect(phone.stack.at(-1)).toContain(other.whistleId)
  })

  test('when it cannot be asked the whistle goes all the same', async () => {
    const wire = await openNew({ 'whistle.similar': breakDown })
    await write('怎么了', '扶手松了')
    await rest()
    await tap('button', '吹哨')
    expect(wire.of('whistle.submit')).toHaveLength(1)
  })
})
