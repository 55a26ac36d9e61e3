import { screen, waitFor } from '@testing-library/react'
import { IncidentCards, IncidentOf } from '../../miniprogram/place/IncidentCards'
import { IncidentOffer } from '../../miniprogram/place/IncidentOffer'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, idOf, owner, salt } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { cut, face, inHours, on, page } from './cases'

const place = { communityId: salt.communityId, compoundId: bridge.compoundId }
const answer = { answerId: idOf(22, 1), at: inHours(-1), words: '今天 18:00 前来水' }

beforeEach(newPhone)

describe('a resident', () => {
  test('sees on a card what is going on and what was last answered, and opens all of it', async () => {
    const told = { answer, answers: [answer, { ...answer, answerId: idOf(22, 2), words: '还在抢修' }] }
    await openAs(owner, <IncidentCards {...place} />, {
      answers: {
        'incident.list': page(face(told)),
        'incident.get': cut({ ...told, on: [on(1)], alone: null }),
      },
    })
    expect(await screen.findByText('今天 18:00 前来水')).toBeTruthy()
    expect(screen.getByText('2 件哨是这件事')).toBeTruthy()
    await tap('button', /^全小区停水，/)
    expect(await screen.findByText('还在抢修')).toBeTruthy()
    expect(screen.getByText('主管爆了，水厂在抢修，请先存水。')).toBeTruthy()
    await tap('button', /^第 1 家没水，/)
    expect(phone.stack.at(-1)).toMatch(/^\/whistle\/one\?/)
  })

  test('before whistling of water sees what is known of water, and nothing of the lift', async () => {
    const lift = face({ incidentId: idOf(21, 2), title: '电梯检修', category: 'lift' })
    await openAs(owner, <IncidentCards {...place} category="water" />, {
      answers: { 'incident.list': page(face(), lift) },
    })
    expect(await screen.findByText('全小区停水')).toBeTruthy()
    expect(screen.queryByText('电梯检修')).toBeNull()
  })

  test('sees nothing where there is none, or where it cannot be read', async () => {
    for (const list of [page(), refuse('not_found')]) {
      const wire = await openAs(owner, <IncidentCards {...place} />, { answers: { 'incident.list': list } })
      await waitFor(() => expect(wire.of('incident.list')).toHaveLength(1))
      expect(document.body.textContent).toBe('')
    }
  })

  test('finds on their whistle the incident that it is on, or at least that it is on one', async () => {
    const one = { communityId: salt.communityId, incidentId: cut().incidentId }
    await openAs(owner, <IncidentOf {...one} />, { answers: { 'incident.get': cut() } })
    expect(await screen.findByText('全小区停水')).toBeTruthy()
    newPhone()
    await openAs(owner, <IncidentOf {...one} />, { answers: {} })
    expect(await screen.findByText('这是许多人遇到的同一件事，一起办，一起答复。')).toBeTruthy()
  })
})

describe('on a whistle that is on none the community', () => {
  const whistle = {
    ...place,
    whistleId: idOf(20, 7),
    category: 'water' as const,
    state: 'submitted' as const,
    submittedAt: inHours(-1),
    incidentId: null,
  }
  const said: string[] = []
  const offer = (more = {}, items = page(face()), me = communityWorker) =>
    openAs(me, <IncidentOffer whistle={{ ...whistle, ...more }} onAdded={(says) => said.push(says)} />, {
      answers: { 'incident.list': items, 'incident.add': { added: 1 } },
    })

  test('is offered the open one of its place and kind, and adds it by a tap', async () => {
    const wire = await offer()
    await screen.findByText('是不是这件大家都遇到的事？')
    await tap('button', /^加进“全小区停水”，/)
    await waitFor(() => expect(said).toEqual(['加进“全小区停水”了，报的人已经告诉']))
    expect(wire.of('incident.add')).toEqual([
      { communityId: salt.communityId, incidentId: cut().incidentId, whistleIds: [whistle.whistleId] },
    ])
  })

  test('is offered a new one where there is none of its kind, begun with what the whistle tells', async () => {
    await offer({ category: 'lift' })
    expect(await screen.findByText('许多人都遇到？')).toBeTruthy()
    await tap('button', '发一个一事一告')
    expect(phone.stack.at(-1)).toContain(`whistleIds=${whistle.whistleId}`)
    expect(phone.stack.at(-1)).toContain('category=lift')
  })

  test('is offered nothing for what is over, is on one already, or by somebody who may not', async () => {
    for (const [more, me] of [
      [{ state: 'closed' }, communityWorker],
      [{ incidentId: cut().incidentId }, communityWorker],
      [{}, owner],
    ] as const) {
      const wire = await offer(more, page(face()), me)
      expect(wire.of('incident.list')).toHaveLength(0)
      expect(document.body.textContent).toBe('')
    }
  })
})
