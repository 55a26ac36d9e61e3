import '../kernel/screens/inBrowser'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Claims from '../../miniprogram/desk/claims'
import { newPhone, openAs } from '../kernel/screens/open'
import { claimOf701, communityWorker, idOf } from '../kernel/screens/people'

const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString()
const li = claimOf701({ submittedAt: hours(3) })
const zhao = claimOf701({ claimId: idOf(11, 2), name: '老赵', label: '8栋1单元202', submittedAt: hours(50) })
const answers = {
  'claim.list': { items: [li, zhao], next: null },
  'claim.decide': { state: 'accepted' as const },
}
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))

beforeEach(newPhone)

test('on a wide screen the list stands beside the first claim', async () => {
  await openAs(communityWorker, <Claims />, { at: '/desk/claims', answers })
  expect(await screen.findByText('小李 说自己是 9栋1单元701 的租户')).toBeTruthy()
  expect(screen.getByRole('table', { name: '认领申请' })).toBeTruthy()
})

test('j and enter open the next one, a accepts it', async () => {
  const wire = await openAs(communityWorker, <Claims />, { at: '/desk/claims', answers })
  await screen.findByText('小李 说自己是 9栋1单元701 的租户')
  await press('j')
  await press('j')
  await press('Enter')
  expect(screen.getByText('老赵 说自己是 8栋1单元202 的租户')).toBeTruthy()
  await press('a')
  await waitFor(() => expect(wire.of('claim.decide')[0]).toMatchObject({ claimId: zhao.claimId }))
  expect(await screen.findByText('已通过：老赵 是 8栋1单元202 的租户')).toBeTruthy()
})

test('r asks for the reason with the field in hand, and letters typed there decide nothing', async () => {
  const wire = await openAs(communityWorker, <Claims />, { at: '/desk/claims', answers })
  await screen.findByText('小李 说自己是 9栋1单元701 的租户')
  await press('r')
  const field = screen.getByLabelText('为什么不通过（对方会看到）')
  await waitFor(() => expect(document.activeElement).toBe(field))
  await act(async () => void fireEvent.keyDown(field, { key: 'a' }))
  expect(wire.of('claim.decide')).toHaveLength(0)
})

test('the table is sorted by a tap on its heading and narrowed by what is typed', async () => {
  await openAs(communityWorker, <Claims />, { at: '/desk/claims', answers })
  await screen.findByText('小李 说自己是 9栋1单元701 的租户')
  const homes = () => screen.getAllByText(/^\d栋1单元\d+$/).map((e) => e.textContent)
  fireEvent.click(screen.getByRole('button', { name: '按哪一户排序' }))
  expect(homes().slice(0, 2)).toEqual(['8栋1单元202', '9栋1单元701'])
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '老赵' } })
  expect(screen.getByText('1 / 2 行')).toBeTruthy()
})
