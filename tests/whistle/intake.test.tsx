import { screen, waitFor } from '@testing-library/react'
import Intake from '../../miniprogram/desk/intake'
import { readStored } from '../../miniprogram/kernel/storage'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, communityWorker, door1, house9, owner, salt, saltTree } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { inMinutes, onBoard } from './onDesk'

const like = {
  ...onBoard(7, { title: '九栋水管漏水', joined: 2, says: '物业 17:00 前到现场' }),
  words: '九栋水管漏水',
  photo: null,
  mine: false,
}
const answers: Answers = {
  'place.tree': saltTree,
  'whistle.similar': { items: [] },
  'whistle.intake': ({ id }) => ({
    id,
    state: 'submitted',
    responseDueAt: inMinutes(120),
    resolutionDueAt: inMinutes(1440),
    provisional: false,
  }),
}
const open = async (more: Answers = {}, me = communityWorker) =>
  openAs(me, <Intake />, { at: '/desk/intake', answers: { ...answers, ...more } })
const says = '说了什么'
const pickPlace = async () => {
  await tap('button', '哪个小区：选小区，选')
  await tap('radio', new RegExp(`^${bridge.name}`))
}

beforeEach(newPhone)

test('what came by telephone is written down with place, kind and whom to call, and what happens next is told', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await tap('tab', '窗口登记')
  await write(says, '三楼水管漏水')
  await pickPlace()
  await tap('button', /^哪栋楼：/)
  await tap('radio', house9.name)
  await tap('button', /^哪个单元：/)
  await tap('radio', door1.name)
  await write('具体位置（可以不写）', '三楼转角')
  await write('怎么称呼对方（可以不写）', '刘大爷')
  await write('对方的手机号（可以不写）', '13900000001')
  await tap('button', '登记')
  expect(await screen.findByText('已经登记')).toBeTruthy()
  expect(wire.of('whistle.intake')).toEqual([
    {
      communityId: salt.communityId,
      id: expect.any(String),
      compoundId: bridge.compoundId,
      buildingId: house9.buildingId,
      entranceId: door1.entranceId,
      spot: '三楼转角',
      category: 'water',
      urgency: 'ordinary',
      words: '三楼水管漏水',
      source: 'counter',
      name: '刘大爷',
      phone: '13900000001',
    },
  ])
  expect(screen.getByText(/^(今天|明天) \d\d:\d\d 前要有人到现场。$/)).toBeTruthy()
  expect(screen.getByText('办好以后打电话告诉刘大爷，问问修好没有，满不满意。')).toBeTruthy()
  await tap('button', '去受理和派单')
  expect(phone.stack.at(-1)).toMatch(/^\/whistle\/one\?/)
})

test('the kind is guessed from the words, says by which, and can be set right', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await write(says, '电梯困人了，里面有老人')
  expect(screen.getByText('按文字猜的（“电梯”），不对就改')).toBeTruthy()
  expect(screen.getByRole('tab', { name: '危急' }).getAttribute('aria-checked')).toBe('true')
  // the caller is told first whom to phone
  expect(screen.getByText(/^先告诉对方：按轿厢里的报警铃/)).toBeTruthy()
  await tap('button', /^类别：电梯/)
  await tap('radio', '安全隐患')
  expect(screen.queryByText(/^按文字猜的（/)).toBeNull()
  await tap('tab', '复杂')
  await pickPlace()
  await tap('button', '登记')
  await screen.findByText('已经登记')
  expect(wire.of('whistle.intake')[0]).toMatchObject({ category: 'safety', urgency: 'complex' })
})

test('what is missing is asked for before anything is sent', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await tap('button', '登记')
  for (const asks of ['请写下对方说的话', '请选哪一类', '请选小区'])
    expect(screen.getByText(asks)).toBeTruthy()
  expect(wire.of('whistle.intake')).toHaveLength(0)
})

test('a wrong number is told at its field, and nothing typed is lost', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await write(says, '三楼水管漏水')
  await pickPlace()
  await write('对方的手机号（可以不写）', '139')
  await tap('button', '登记')
  expect(await screen.findByText('手机号要 11 位数字')).toBeTruthy()
  expect(wire.of('whistle.intake')).toHaveLength(0)
  wire.answer({ 'whistle.intake': refuse('only_signs') })
  await write('对方的手机号（可以不写）', '13900000001')
  await tap('button', '登记')
  expect(await screen.findByText('请用文字说明哪里怎么了，只有表情看不明白')).toBeTruthy()
  expect(screen.getByDisplayValue('三楼水管漏水')).toBeTruthy()
})

test('like ones are shown while it is written, to be opened instead of joined', async () => {
  const wire = await open({ 'whistle.similar': { items: [like] } })
  await screen.findByLabelText(says)
  expect(screen.getByText(/^选好小区、写下几个字以后/)).toBeTruthy()
  await pickPlace()
  await write(says, '九栋漏水')
  expect(await screen.findByText('先看看是不是同一件')).toBeTruthy()
  expect(screen.getByText('物业 17:00 前到现场')).toBeTruthy()
  await waitFor(() =>
    expect(wire.of('whistle.similar').at(-1)).toEqual({
      communityId: salt.communityId,
      compoundId: bridge.compoundId,
      category: 'water',
      words: '九栋漏水',
    }),
  )
  await tap('button', /^九栋水管漏水，.*打开看是不是同一件$/)
  expect(phone.stack.at(-1)).toBe(`/whistle/one?communityId=${salt.communityId}&whistleId=${like.whistleId}`)
  expect(wire.of('whistle.join')).toHaveLength(0)
})

test('one after the other: the way and the compound stay, the rest begins empty', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await tap('tab', '意见箱')
  await write(says, '路灯不亮')
  await pickPlace()
  await tap('button', '登记')
  await screen.findByText('没有留电话，办好以后没法打电话告诉对方。')
  await tap('button', '再登记一件')
  expect(screen.getByLabelText<HTMLTextAreaElement>(says).value).toBe('')
  await write(says, '门禁坏了')
  await tap('button', '登记')
  await screen.findByText('已经登记')
  const [first, second] = wire.of('whistle.intake')
  expect(second).toMatchObject({ source: 'box', compoundId: bridge.compoundId, words: '门禁坏了' })
  expect(second?.id).not.toBe(first?.id)
})

test('without signal it is kept on this device, to be sent once', async () => {
  const wire = await open()
  await screen.findByLabelText(says)
  await write(says, '路灯不亮')
  await pickPlace()
  phone.setOnline(false)
  await tap('button', '登记')
  expect(await screen.findByText('先记下了')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '去受理和派单' })).toBeNull()
  expect(readStored<{ name: string; label: string }[]>('queue')).toMatchObject([
    { name: 'whistle.intake', label: '电话登记：路灯不亮' },
  ])
  expect(wire.of('whistle.intake')).toHaveLength(0)
})

test('when the compounds cannot be read it is tried again', async () => {
  const wire = await open({ 'place.tree': breakDown })
  expect(await screen.findByText('没能打开')).toBeTruthy()
  wire.answer({ 'place.tree': saltTree })
  await tap('button', '再试一次')
  expect(await screen.findByLabelText(says)).toBeTruthy()
})

test('an owner whistles for themselves, and not here', async () => {
  await open({}, owner)
  expect(screen.getByText('你现在没有替居民登记的身份')).toBeTruthy()
})
