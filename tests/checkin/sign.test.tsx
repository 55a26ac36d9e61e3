import { act, screen } from '@testing-library/react'
import { carrySigns } from '../../miniprogram/checkin/kept/sign'
import { signText } from '../../miniprogram/checkin/parts/signText'
import OneTask from '../../miniprogram/checkin/task'
import { MyCheckin as HomeCard } from '../../miniprogram/home/Checkin'
import { watchNetwork } from '../../miniprogram/kernel/network'
import { watchQueue } from '../../miniprogram/kernel/queue'
import { asVolunteer } from '../../shared/checkin/words'
import { newPhone, openAs } from '../kernel/screens/open'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { communityId, member, serviceOf, serving, type Task, taken, taskId, taskOf, yearOf } from './faces'

beforeAll(() => {
  watchNetwork()
  watchQueue()
  carrySigns()
})
beforeEach(newPhone)

const at = { at: '/checkin/task', params: { communityId, taskId } }
const open = (task: Task, answers: Answers = {}) =>
  openAs(member, <OneTask />, {
    ...at,
    answers: { 'task.get': task, 'service.mine': yearOf(), ...answers },
  })
const inAt = '2026-11-22T01:00:00.000Z'
const signsIn: Answers['service.signIn'] = ({ id }) => ({ id, inAt })
const codeLabel = '社区屏幕上的 6 位数字'

test('a task that fits is taken, first come', async () => {
  const wire = await open(taskOf({ acts: ['take'] }), { 'task.take': ({ id }) => ({ id, state: 'taken' }) })
  expect(screen.getByText('要 5 人，还差 2 人 · 先到先得')).toBeTruthy()
  expect(screen.getByText(`${asVolunteer}。`)).toBeTruthy()
  await tap('button', '我来，认领')
  expect(wire.of('task.take')).toMatchObject([{ communityId, taskId }])
  expect(screen.getByText('认领好了，到时候见')).toBeTruthy()
})

test('where all places are gone it says so', async () => {
  await open(taskOf({ acts: ['take'] }), { 'task.take': refuse('task_full') })
  await tap('button', '我来，认领')
  expect(screen.getByText('名额满了，看看别的任务吧')).toBeTruthy()
})

test('who cannot come says why by a choice', async () => {
  const wire = await open(taken(), { 'task.leave': { takingId: taken().mine!.takingId, state: 'left' } })
  await tap('button', '不能去了')
  await tap('button', '退出，告诉社区')
  expect(screen.getByText('请选一个')).toBeTruthy()
  await tap('radio', '身体不舒服')
  await tap('button', '退出，告诉社区')
  expect(wire.of('task.leave')).toMatchObject([{ reason: 'ill' }])
})

test('in by the code on the screen, typed', async () => {
  const wire = await open(taken(), { 'service.signIn': signsIn })
  await tap('button', '签到')
  await write(codeLabel, '12345')
  await tap('button', '用数字签到')
  expect(screen.getByText('请输入屏幕上的 6 位签到码')).toBeTruthy()
  expect(wire.of('service.signIn')).toEqual([])
  await write(codeLabel, '123456')
  await tap('button', '用数字签到')
  expect(wire.of('service.signIn')).toMatchObject([{ communityId, taskId, way: 'code', code: '123456' }])
  expect(screen.getByText('签到了，走的时候记得签退')).toBeTruthy()
})

test('the screen is scanned; the code of another task is not taken', async () => {
  const wire = await open(taken(), { 'service.signIn': signsIn })
  await tap('button', '签到')
  phone.scans = 'SHAODAO-SIGN:0199CCCC-0000-7000-8000-000000000009:123456'
  await tap('button', '扫码签到')
  expect(screen.getByText('这是别的任务的码，请看清楚再扫')).toBeTruthy()
  phone.scans = signText(taskId, '654321')
  await tap('button', '扫码签到')
  expect(wire.of('service.signIn')).toMatchObject([{ code: '654321' }])
})

test('a code of a minute ago is refused in the sheet, and tried again it is the same sign-in', async () => {
  const wire = await open(taken(), { 'service.signIn': refuse('sign_code_old') })
  await tap('button', '签到')
  await write(codeLabel, '111111')
  await tap('button', '用数字签到')
  expect(screen.getByText(/签到码每 60 秒换一次/)).toBeTruthy()
  wire.answer({ 'service.signIn': signsIn })
  await write(codeLabel, '222222')
  await tap('button', '用数字签到')
  expect(new Set(wire.of('service.signIn').map((i) => i.id)).size).toBe(1)
})

test('out again by the same ways, while it says since when', async () => {
  const now = serviceOf({ state: 'in', inAt, outAt: null, outWay: null, minutes: null })
  const wire = await open(taken(), {
    'service.mine': yearOf({ now }),
    'service.signOut': serviceOf(),
  })
  expect(screen.getByText('正在服务：周六清楼道')).toBeTruthy()
  await tap('button', '签退')
  await write(codeLabel, '123456')
  await tap('button', '用数字签退')
  expect(wire.of('service.signOut')).toMatchObject([{ serviceId: now.serviceId, code: '123456' }])
  expect(screen.getByText('签退了，等社区确认')).toBeTruthy()
})

describe('without signal', () => {
  const signBoth = async () => {
    await act(async () => phone.setOnline(false))
    await tap('button', '签到')
    await write(codeLabel, '123456')
    await tap('button', '用数字签到')
    expect(screen.getByText('没有信号，签到先存在手机里，连上后自动发出')).toBeTruthy()
    expect(screen.getByText('签到存在这台手机里，连上信号自动发出。')).toBeTruthy()
    await tap('button', '签退')
    await write(codeLabel, '654321')
    await tap('button', '用数字签退')
    expect(screen.getByText('没有信号，签退先存在手机里，连上后自动发出')).toBeTruthy()
  }

  test('both are kept with their moment, and sent once, the one after the other', async () => {
    const wire = await open(taken(), { 'service.signIn': signsIn, 'service.signOut': serviceOf() })
    await signBoth()
    expect(wire.of('service.signIn')).toEqual([])
    await act(async () => phone.setOnline(true))
    await screen.findByText('周六清楼道')
    const sent = wire.asked.filter((a) => a.name.startsWith('service.sign'))
    expect(sent.map((a) => a.name)).toEqual(['service.signIn', 'service.signOut'])
    const [signIn, signOut] = sent
    expect(signOut?.input.serviceId).toBe(signIn?.input.id)
    for (const { input } of sent)
      expect(input).toMatchObject({ way: 'code', at: expect.any(String), sentAt: expect.any(String) })
    await act(async () => phone.setOnline(false))
    await act(async () => phone.setOnline(true))
    expect(wire.asked.filter((a) => a.name.startsWith('service.sign'))).toHaveLength(2)
  })

  const signedOffline = async (task: Task, answers: Answers) => {
    const wire = await open(task, answers)
    await act(async () => phone.setOnline(false))
    await tap('button', '签到')
    await write(codeLabel, '123456')
    await tap('button', '用数字签到')
    return wire
  }
  const comeBack = async () => {
    await act(async () => phone.setOnline(true))
    expect(await screen.findByText('1 条没办成')).toBeTruthy()
  }

  test('what the server does not take waits for the person, with why, and never reads as if they served', async () => {
    await signedOffline(taken(), { 'service.signIn': refuse('sign_code_old') })
    expect(screen.getByText('正在服务：周六清楼道')).toBeTruthy()
    await comeBack()
    expect(screen.queryByText(/^正在服务/)).toBeNull()
    expect(screen.queryByText('签到存在这台手机里，连上信号自动发出。')).toBeNull()
    expect(screen.getByText(/^\d\d:\d\d 的签到没有办成：签到码每 60 秒换一次/)).toBeTruthy()
    expect(screen.getByText('人还在那里，就再签到一次；走了，请社区代记。')).toBeTruthy()
  })

  test('signed in anew, the one that was not taken asks for nothing more', async () => {
    const wire = await signedOffline(taken(), { 'service.signIn': refuse('sign_code_old') })
    await comeBack()
    wire.answer({ 'service.signIn': signsIn })
    await tap('button', '签到')
    await write(codeLabel, '222222')
    await tap('button', '用数字签到')
    expect(screen.getByText('签到了，走的时候记得签退')).toBeTruthy()
    expect(screen.queryByText(/没有办成/)).toBeNull()
    expect(screen.queryByText('1 条没办成')).toBeNull()
  })

  test('where it is too late to sign in, only the community can write it down', async () => {
    await signedOffline(taken(), { 'service.signIn': refuse('sign_too_late') })
    await comeBack()
    await open(taken({ state: 'over', acts: [] }))
    expect(await screen.findByText('请社区代记，一样算。')).toBeTruthy()
  })

  test('a way out that was not taken leaves them in service, and says so', async () => {
    const now = serviceOf({ state: 'in', inAt, outAt: null, outWay: null, minutes: null })
    await open(taken(), { 'service.mine': yearOf({ now }), 'service.signOut': refuse('sign_code_old') })
    await act(async () => phone.setOnline(false))
    await tap('button', '签退')
    await write(codeLabel, '123456')
    await tap('button', '用数字签退')
    expect(screen.queryByText(/^正在服务/)).toBeNull()
    await comeBack()
    expect(screen.getByText('正在服务：周六清楼道')).toBeTruthy()
    expect(screen.getByText('人还在那里，就再签退一次；走了，请社区代记。')).toBeTruthy()
  })

  test('the home page leads to what was not taken instead of to a way out', async () => {
    await signedOffline(taken(), { 'service.signIn': refuse('sign_code_old') })
    await comeBack()
    await openAs(member, <HomeCard />, {
      answers: { 'checkin.mine': serving(), 'service.mine': yearOf() },
    })
    expect(screen.queryByText('记得签退')).toBeNull()
    await tap('button', /^签到没有办成：周六清楼道/)
    expect(phone.stack.at(-1)).toBe(`/checkin/task?communityId=${communityId}&taskId=${taskId}`)
  })
})
