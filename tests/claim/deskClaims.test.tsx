import { screen, waitFor } from '@testing-library/react'
import Claims from '../../miniprogram/desk/claims'
import type { Output } from '../../shared/contract'
import { newPhone, openAs } from '../kernel/screens/open'
import {
  buildingLead,
  claimOf701,
  communityWorker,
  home701,
  idOf,
  owner,
  salt,
} from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'

const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString()
const li = claimOf701({ submittedAt: hours(3), words: '我三月租进来的', phone: '139****0001' })
const zhao = claimOf701({ claimId: idOf(11, 2), name: '老赵', kind: 'owner', submittedAt: hours(50) })
const page = (...items: Output<'claim.list'>['items']) => ({ items, next: null })
const at = { at: '/desk/claims' }
const open701 = () => tap('button', /^小李，9栋1单元701 的租户/)

beforeEach(newPhone)

test('what waits tells who says so, of which home, as what and for how long', async () => {
  await openAs(communityWorker, <Claims />, { ...at, answers: { 'claim.list': page(li, zhao) } })
  expect(await screen.findByText('小李 说自己是租户')).toBeTruthy()
  expect(screen.getByText('老赵 说自己是业主')).toBeTruthy()
  expect(screen.getByText('等了 3 小时')).toBeTruthy()
  expect(screen.getByText('等了 2 天')).toBeTruthy()
})

test('an open claim shows the words, the masked phone and whom the roll knows in the home', async () => {
  await openAs(communityWorker, <Claims />, {
    ...at,
    answers: {
      'claim.list': page(li),
      'home.get': {
        ...home701,
        communityId: salt.communityId,
        community: salt.name,
        compoundId: li.compoundId,
        compound: li.compound,
        buildingId: li.buildingId,
        entranceId: null,
        kind: 'dwelling',
        areaCentiares: 8650,
        ties: [
          {
            tieId: idOf(13, 1),
            personId: null,
            kind: 'owner',
            name: '刘建国',
            phone: '139****0009',
            from: '2003-05-01',
            to: null,
            representative: true,
            bound: false,
          },
        ],
      },
    },
  })
  await screen.findByText('小李 说自己是租户')
  await open701()
  expect(await screen.findByText('我三月租进来的')).toBeTruthy()
  expect(screen.getByText('139****0001')).toBeTruthy()
  expect(await screen.findByText('刘建国')).toBeTruthy()
})

test('accepting takes the claim off the list and says what has become of it', async () => {
  const wire = await openAs(communityWorker, <Claims />, {
    ...at,
    answers: { 'claim.list': page(li, zhao), 'claim.decide': { state: 'accepted' } },
  })
  await screen.findByText('小李 说自己是租户')
  await open701()
  await tap('button', '通过 小李 的申请')
  expect(await screen.findByText('已通过：小李 是 9栋1单元701 的租户')).toBeTruthy()
  expect(wire.of('claim.decide')).toEqual([
    { communityId: salt.communityId, claimId: li.claimId, decision: 'accept' },
  ])
  expect(screen.queryByText('小李 说自己是租户')).toBeNull()
  expect(screen.getByText('老赵 说自己是业主')).toBeTruthy()
})

test('rejecting asks for a reason before anything is sent, and offers some', async () => {
  const wire = await openAs(communityWorker, <Claims />, {
    ...at,
    answers: { 'claim.list': page(li), 'claim.decide': { state: 'rejected' } },
  })
  await screen.findByText('小李 说自己是租户')
  await open701()
  await tap('button', /^不通过 小李/)
  await tap('button', '不通过，告诉对方')
  expect(screen.getByText('请写明不通过的理由，对方会看到')).toBeTruthy()
  expect(wire.of('claim.decide')).toHaveLength(0)
  await tap('button', '填上：请先让业主到社区登记租住')
  await tap('button', '不通过，告诉对方')
  expect(await screen.findByText('没有通过 小李 的申请，理由已经告诉对方')).toBeTruthy()
  expect(wire.of('claim.decide')[0]).toMatchObject({ decision: 'reject', reason: '请先让业主到社区登记租住' })
})

test('when somebody was faster the list is read again and says so', async () => {
  const wire = await openAs(communityWorker, <Claims />, {
    ...at,
    answers: { 'claim.list': page(li, zhao), 'claim.decide': refuse('claim_settled') },
  })
  await screen.findByText('小李 说自己是租户')
  await open701()
  wire.answer({ 'claim.list': page(zhao) })
  await tap('button', '通过 小李 的申请')
  expect(await screen.findByText('小李 的申请，别人刚刚已经处理过了，名单已经刷新')).toBeTruthy()
  expect(wire.of('claim.list').length).toBeGreaterThan(1)
  expect(screen.queryByText('小李 说自己是租户')).toBeNull()
})

test('without signal the written reason stays and nothing is decided', async () => {
  await openAs(communityWorker, <Claims />, { ...at, answers: { 'claim.list': page(li) } })
  await screen.findByText('小李 说自己是租户')
  await open701()
  await tap('button', /^不通过 小李/)
  await write('为什么不通过（对方会看到）', '证件不对')
  phone.setOnline(false)
  await tap('button', '不通过，告诉对方')
  expect(await screen.findByText('现在没有信号，连上后再试')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('为什么不通过（对方会看到）').value).toBe('证件不对')
})

test('a lead cannot decide their own claim and is told to ask somebody else', async () => {
  await openAs(buildingLead, <Claims />, {
    ...at,
    answers: { 'claim.list': page(claimOf701({ personId: buildingLead.personId })) },
  })
  await screen.findByText('小李 说自己是租户')
  await open701()
  expect(screen.getByText('这是你自己的申请，要请别人来核实。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /通过 小李/ })).toBeNull()
})

test('the tabs ask for what was accepted, rejected and withdrawn', async () => {
  const wire = await openAs(communityWorker, <Claims />, {
    ...at,
    answers: {
      'claim.list': ({ state }) =>
        state === 'rejected'
          ? page({ ...li, state, decidedAt: hours(1), reason: '选错了住户' })
          : { items: [], next: null },
    },
  })
  expect(await screen.findByText('没有等待核实的申请')).toBeTruthy()
  await tap('tab', '未通过')
  await waitFor(() => expect(wire.of('claim.list').map((i) => i.state)).toContain('rejected'))
  await screen.findByText('小李 说自己是租户')
  await open701()
  expect(screen.getByText('不通过的理由：选错了住户')).toBeTruthy()
})

test('somebody without the role is told so and offered the way home', async () => {
  const wire = await openAs(owner, <Claims />, at)
  expect(screen.getByText('你现在没有核实认领的身份')).toBeTruthy()
  expect(wire.of('claim.list')).toHaveLength(0)
})
