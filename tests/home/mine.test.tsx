import { fireEvent, screen, waitFor } from '@testing-library/react'
import MyHome from '../../miniprogram/dwelling/mine'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, door1, home701, house9, idOf, owner, salt } from '../kernel/screens/people'
import { phone } from '../kernel/taro'

const me = { ...owner, personId: idOf(9, 50) }
const tie = (n: number, more: Partial<Output<'home.get'>['ties'][number]> = {}) => ({
  tieId: idOf(13, n),
  personId: idOf(9, 50 + n),
  kind: 'owner' as const,
  name: `业主${n}`,
  phone: '154****0001',
  from: '2020-05-01',
  to: null,
  representative: false,
  bound: true,
  ...more,
})
const home: Output<'home.get'> = {
  ...home701,
  ...bridge,
  ...house9,
  ...door1,
  communityId: salt.communityId,
  community: salt.name,
  compound: bridge.name,
  kind: 'dwelling',
  areaCentiares: 8650,
  ties: [
    tie(0, { representative: true }),
    tie(1, { name: '王阿姨的儿子' }),
    tie(2, { kind: 'tenant', name: '小李' }),
  ],
}
const at = { at: '/dwelling/mine', params: { communityId: salt.communityId, homeId: home701.homeId } }

beforeEach(newPhone)

test('a home tells its people, its area in square metres and who votes for it', async () => {
  await openAs(me, <MyHome />, { ...at, answers: { 'home.get': home } })
  expect(await screen.findByText('86.50 平方米')).toBeTruthy()
  expect(screen.getByText('业主0（我）')).toBeTruthy()
  expect(screen.getAllByText('表决代表')).toHaveLength(1)
})

test('an owner names another owner as the one who votes, never a tenant, and ends nobody', async () => {
  const wire = await openAs(me, <MyHome />, {
    ...at,
    answers: { 'home.get': home, 'home.represent': { representative: true } },
  })
  expect(await screen.findByRole('button', { name: '让王阿姨的儿子做表决代表' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '让小李做表决代表' })).toBeNull()
  expect(screen.queryByRole('button', { name: /搬走了/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '让王阿姨的儿子做表决代表' }))
  await waitFor(() => expect(wire.of('home.represent')).toHaveLength(1))
  await waitFor(() => expect(wire.of('home.get').length).toBeGreaterThan(1))
})

test('who works for the community ends a tie after being asked once more', async () => {
  const wire = await openAs(communityWorker, <MyHome />, {
    ...at,
    answers: { 'home.get': home, 'home.endTie': { to: '2026-11-21' } },
  })
  phone.confirms = false
  fireEvent.click(await screen.findByRole('button', { name: '小李搬走了' }))
  await waitFor(() => expect(phone.modals).toHaveLength(1))
  expect(wire.of('home.endTie')).toHaveLength(0)
  phone.confirms = true
  fireEvent.click(screen.getByRole('button', { name: '小李搬走了' }))
  await waitFor(() => expect(wire.of('home.endTie')).toHaveLength(1))
})
