import '../kernel/screens/inBrowser'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import Board from '../../miniprogram/desk/board'
import Party from '../../miniprogram/desk/party'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, idOf, responder, salt, saltTree } from '../kernel/screens/people'
import { tap } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { boardOf, gasCompany, gridWorker, onBoard, onDesk, property, whistleOf } from './onDesk'

// the detail has tests of its own; here it only says what it was given
jest.mock('../../miniprogram/whistle/parts/WhistleDetail', () => ({
  WhistleDetail: ({ whistleId, onChanged }: { whistleId: string; onChanged?(): void }) => (
    <button type="button" data-testid="detail" onClick={onChanged}>
      {whistleId}
    </button>
  ),
}))

const gas = onBoard(1, { title: '地下车库有煤气味', category: 'gas', urgency: 'danger' })
const lamp = onBoard(2, { title: '路灯不亮' })
const door = onBoard(3, { title: '门禁坏了' })
const three = [gas, lamp, door]
const moved = { responseDueAt: null, resolutionDueAt: null, provisional: false }
const answers: Answers = {
  'whistle.board': boardOf(...three),
  'place.tree': saltTree,
  'whistle.parties': { items: [property, gasCompany] },
  'whistle.get': ({ whistleId }) => whistleOf(three.find((w) => w.whistleId === whistleId) ?? gas),
  'whistle.accept': { state: 'accepted', ...moved },
  'whistle.dispatch': { state: 'dispatched', ...moved },
}
const open = async (more: Answers = {}, me = communityWorker, params = {}) => {
  const wire = await openAs(me, <Board />, { at: '/desk/board', params, answers: { ...answers, ...more } })
  await screen.findByText('路灯不亮')
  return wire
}
const press = (...keys: string[]) =>
  act(async () => {
    for (const key of keys) fireEvent.keyDown(document.body, { key })
  })
const walk = async (...keys: string[]) => {
  for (const key of keys) await press(key)
}
const opened = () => screen.getByTestId('detail').textContent
const ticked = () =>
  screen
    .getAllByRole('checkbox')
    .filter((box) => box.getAttribute('aria-checked') === 'true')
    .map((box) => box.getAttribute('aria-label'))

beforeEach(newPhone)

test('the first stands open beside the list, and the keys are told below it', async () => {
  await open()
  expect(opened()).toBe(gas.whistleId)
  for (const does of ['下一行', '上一行', '打开', '受理打开的', '派单', '选上'])
    expect(screen.getByText(does)).toBeTruthy()
})

test('j and k walk with the keyboard in hand, enter opens', async () => {
  await open()
  await walk('j', 'j', 'j', 'k')
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^路灯不亮，/)
  expect(opened()).toBe(gas.whistleId)
  await press('Enter')
  expect(opened()).toBe(lamp.whistleId)
})

test('at the end of what was read, j asks for more', async () => {
  const wire = await open({
    'whistle.board': ({ after }) =>
      after ? { ...boardOf(door), next: null } : { ...boardOf(gas, lamp), next: 'more' },
  })
  await walk('j', 'j', 'j')
  expect(await screen.findByText('门禁坏了')).toBeTruthy()
  await walk('j', 'Enter')
  expect(opened()).toBe(door.whistleId)
  expect(wire.of('whistle.board')).toHaveLength(2)
})

test('a accepts the one that is open, which stays open though it leaves the list', async () => {
  const wire = await open()
  wire.answer({ 'whistle.board': boardOf(lamp, door) })
  await press('a')
  expect(await screen.findByText('已受理：地下车库有煤气味。接下来派给负责的一方。')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('地下车库有煤气味')).toBeNull())
  expect(wire.of('whistle.accept')).toEqual([{ communityId: salt.communityId, whistleId: gas.whistleId }])
  expect(opened()).toBe(gas.whistleId)
  await press('a')
  expect(wire.of('whistle.accept')).toHaveLength(1)
})

test('when somebody was faster it says so and the board is read again', async () => {
  const wire = await open({ 'whistle.accept': refuse('whistle_moved') })
  await press('a')
  expect(await screen.findByText(/不能这样办了，请刷新再看/)).toBeTruthy()
  expect(wire.of('whistle.board').length).toBeGreaterThan(1)
})

test('d sends the open one on as it stands now, and does not accept it twice', async () => {
  const wire = await open({ 'whistle.get': { ...whistleOf(gas), state: 'accepted' } })
  await press('d')
  const sheet = within(screen.getByRole('dialog', { name: '派给…' }))
  expect(await sheet.findByText('派给谁牵头')).toBeTruthy()
  expect(wire.of('whistle.parties')).toEqual([
    { communityId: salt.communityId, compoundId: bridge.compoundId, category: 'gas' },
  ])
  await tap('radio', /^燃气公司/)
  await tap('button', '派出去')
  expect(await screen.findByText('一共 1 件，派好了 1 件。')).toBeTruthy()
  expect(wire.of('whistle.accept')).toHaveLength(0)
  expect(wire.of('whistle.dispatch')[0]).toMatchObject({
    whistleId: gas.whistleId,
    lead: { kind: 'organisation', partyId: gasCompany.partyId },
  })
})

test('x ticks what is stood on, and d sends all that are ticked', async () => {
  const wire = await open()
  await walk('j', 'x', 'j', 'j', 'x')
  expect(ticked()).toEqual(['选上 地下车库有煤气味', '选上 门禁坏了'])
  await press('d')
  expect(await screen.findByText('这 2 件：地下车库有煤气味；门禁坏了')).toBeTruthy()
  // of two kinds: whom it usually goes to is not asked
  expect(wire.of('whistle.parties')[0]).not.toHaveProperty('category')
  await tap('radio', /^弘运物业公司/)
  await tap('button', '派出这 2 件')
  await screen.findByText('一共 2 件，派好了 2 件。')
  expect(wire.of('whistle.dispatch').map((s) => s.whistleId)).toEqual([gas.whistleId, door.whistleId])
  await tap('button', '好了')
  expect(ticked()).toEqual([])
})

test('it can be stopped on the way; what was not sent stays ticked', async () => {
  let answer = () => {}
  const wire = await open({
    'whistle.dispatch': () =>
      new Promise((done) => {
        answer = () => done({ state: 'dispatched', ...moved })
      }),
  })
  await walk('j', 'x', 'j', 'x', 'd')
  await tap('radio', /^弘运物业公司/)
  await tap('button', '派出这 2 件')
  expect(screen.getByText('派到第 0 件，一共 2 件')).toBeTruthy()
  await tap('button', '停止')
  await act(async () => answer())
  expect(await screen.findByText('一共 2 件，派好了 1 件。没派成的没有动，可以再派。')).toBeTruthy()
  expect(wire.of('whistle.dispatch')).toHaveLength(1)
  await tap('button', '好了')
  expect(ticked()).toEqual(['选上 路灯不亮'])
})

test('the slash goes to the find field, where letters are only letters, and escape leaves it', async () => {
  const wire = await open()
  await press('/')
  const field = screen.getByLabelText('查找')
  await waitFor(() => expect(document.activeElement).toBe(field))
  await act(async () => void fireEvent.keyDown(field, { key: 'a' }))
  expect(wire.of('whistle.accept')).toHaveLength(0)
  await act(async () => void fireEvent.keyDown(field, { key: 'Escape' }))
  expect(document.activeElement).not.toBe(field)
})

test('the keys rest under a sheet, and on a page that lies under another', async () => {
  const wire = await open()
  await press('d')
  await press('a')
  expect(wire.of('whistle.accept')).toHaveLength(0)
  await tap('button', '先不派')
  phone.hide()
  await press('a')
  expect(wire.of('whistle.accept')).toHaveLength(0)
  phone.show()
  await press('a')
  expect(wire.of('whistle.accept')).toHaveLength(1)
})

test('what was done in the detail is seen in the list, and the detail stays', async () => {
  const wire = await open()
  wire.answer({ 'whistle.board': boardOf(lamp, door) })
  await act(async () => void fireEvent.click(screen.getByTestId('detail')))
  await waitFor(() => expect(screen.queryByText('地下车库有煤气味')).toBeNull())
  expect(opened()).toBe(gas.whistleId)
  await tap('tab', '已超时 2')
  expect(opened()).toBe(lamp.whistleId)
})

test('the one named by the address is open, whether the list holds it or not', async () => {
  const elsewhere = idOf(20, 99)
  await open({}, communityWorker, { whistleId: elsewhere })
  expect(opened()).toBe(elsewhere)
  await walk('j', 'Enter')
  expect(opened()).toBe(gas.whistleId)
})

test('a grid worker walks and reads; the keys that change something are not there', async () => {
  const wire = await open({}, gridWorker)
  expect(screen.queryByText('派单')).toBeNull()
  await walk('j', 'x', 'd', 'a')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(wire.of('whistle.accept')).toHaveLength(0)
})

test('at a party’s desk t takes the one that is open, which then is read anew', async () => {
  const pipe = onDesk(1, { title: '水管漏水' })
  const wire = await openAs(responder, <Party />, {
    at: '/desk/party',
    answers: {
      'whistle.desk': {
        items: [onDesk(2, { title: '路灯不亮', takenBy: '小陈' }), pipe],
        next: null,
        counts: { toRespond: 2, underWay: 0, overdue: 0 },
      },
      'whistle.take': { takenBy: '我' },
    },
  })
  await screen.findByText('路灯不亮')
  await press('t')
  expect(wire.of('whistle.take')).toHaveLength(0)
  await walk('j', 'j', 'Enter', 't')
  expect(await screen.findByText('你接下了：水管漏水')).toBeTruthy()
  expect(wire.of('whistle.take')[0]).toMatchObject({ dispatchId: pipe.dispatchId })
  expect(opened()).toBe(pipe.whistleId)
})
