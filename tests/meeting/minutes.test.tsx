import { act, screen } from '@testing-library/react'
import Read from '../../miniprogram/meeting/minutes'
import { sha256Hex } from '../../shared/kernel/hash'
import { newPhone, openAs } from '../kernel/screens/open'
import { communityWorker, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, breakDown, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { draftOf, entryOf, itemOf, key, type Minutes, minutesAway, publishedOf } from './faces'

beforeEach(newPhone)

const at = { at: '/meeting/minutes', params: key }
const open = (minutes: Minutes, me = owner, answers: Answers = {}) =>
  openAs(me, <Read />, { ...at, answers: { 'minutes.get': minutes, ...answers } })
const isBefore = (one: string, other: string) =>
  (screen.getByText(one).compareDocumentPosition(screen.getByText(other)) &
    Node.DOCUMENT_POSITION_FOLLOWING) >
  0

describe('published', () => {
  test('what was decided is read first, then what was said, then who stands for it', async () => {
    await open(publishedOf())
    expect(screen.getByText('11月9日 周一 19:00 · 42 户中到了 14 户')).toBeTruthy()
    expect(isBefore('定了什么', '说了什么')).toBe(true)
    expect(screen.getByText('赞成 14，反对 0，弃权 0')).toBeTruthy()
    expect(screen.getByText('记录人 11月15日 09:00 签字，主持人 11月15日 10:00 签字。')).toBeTruthy()
    expect(screen.getByText('公布后不再改，要更正会写在下面。')).toBeTruthy()
  })

  test('who sees it otherwise says so, within the days; it is listed below with what was answered', async () => {
    const wire = await open(publishedOf(), owner, { 'minutes.object': ({ id }) => ({ id }) })
    await tap('button', '我有不同意见')
    await tap('button', '提出来')
    expect(screen.getByText('请写明哪里记得不对')).toBeTruthy()
    await tap('button', '填上：我当时没有同意。')
    const objections = [
      { objectionId: idOf(34, 1), words: '我当时没有同意。', at: minutesAway(0), mine: true, answer: null },
    ]
    wire.answer({ 'minutes.get': publishedOf({ objections }) })
    await tap('button', '提出来')
    expect(wire.of('minutes.object')).toEqual([{ ...key, id: expect.any(String), words: '我当时没有同意。' }])
    expect(screen.getByText('提出来了，有了答复会告诉你')).toBeTruthy()
    expect(screen.getByText('我当时没有同意。')).toBeTruthy()
    expect(screen.getByText('还没有答复。')).toBeTruthy()
  })

  test('after the days there is nothing to object with', async () => {
    await open(publishedOf({ acts: [] }))
    expect(screen.queryByRole('button', { name: '我有不同意见' })).toBeNull()
  })

  test('an objection without signal waits on the phone, and says so', async () => {
    await open(publishedOf())
    act(() => phone.setOnline(false))
    await tap('button', '我有不同意见')
    await write('哪里记得不对（大家会看到，不写你是谁）', '人数不对')
    await tap('button', '提出来')
    expect(screen.getByText('没有信号，先存在手机里，有信号时自动发出去，只发一次')).toBeTruthy()
    expect(screen.getByText('1 条待传')).toBeTruthy()
  })

  test('a correction is a dated note beneath; the text stays', async () => {
    const corrections = [
      { correctionId: idOf(35, 1), words: '到会应为 15 户', at: '2026-11-18T01:00:00.000Z' },
    ]
    const wire = await open(publishedOf({ corrections, acts: ['correct', 'object'] }), communityWorker)
    expect(screen.getByText('更正 11月18日 09:00')).toBeTruthy()
    expect(isBefore('说了什么', '更正说明')).toBe(true)
    wire.answer({ 'minutes.correct': ({ id }) => ({ id }) })
    await tap('button', '加更正说明')
    await write('更正说明（大家会看到）', '施工日期应为 11月20日')
    await tap('button', '加上')
    expect(wire.of('minutes.correct')[0]?.words).toBe('施工日期应为 11月20日')
  })

  test('an objection is answered beneath it', async () => {
    const objections = [
      {
        objectionId: idOf(34, 1),
        words: '我当时没有同意。',
        at: minutesAway(-60),
        mine: false,
        answer: null,
      },
    ]
    const wire = await open(publishedOf({ objections, acts: ['answerObjection'] }), communityWorker, {
      'minutes.answerObjection': { objectionId: idOf(34, 1) },
    })
    expect(screen.getByText(/^一位居民 /)).toBeTruthy()
    await tap('button', '答复')
    await write('答复的话（对方会看到）', '当时举手的是 14 户，你家弃权，已注明。')
    const [, answer] = screen.getAllByRole('button', { name: '答复' })
    await act(async () => answer?.click())
    expect(wire.of('minutes.answerObjection')).toEqual([
      { ...key, objectionId: idOf(34, 1), words: '当时举手的是 14 户，你家弃权，已注明。' },
    ])
  })

  test('anybody can see on their own phone that not a letter was changed', async () => {
    const text = '9栋楼宇会 纪要'
    const exported = { fileName: '纪要.txt', text, hash: sha256Hex(text), whole: null }
    const wire = await open(publishedOf({ hash: sha256Hex(text) }), owner, { 'minutes.export': exported })
    await tap('button', '核对有没有改过')
    expect(screen.getByText('核对过了：和公布那天的一个字不差。')).toBeTruthy()
    wire.answer({ 'minutes.export': { ...exported, text: `${text}。` } })
    await tap('button', '核对有没有改过')
    expect(screen.getByText('和公布那天的对不上，请告诉社区。')).toBeTruthy()
  })
})

describe('before they are published', () => {
  const open48 = (more: Partial<Minutes> = {}) =>
    draftOf({
      state: 'open',
      says: '到会的人可以在 11月24日 09:00 前提修改意见',
      entries: [entryOf(1, '加装楼梯扶手', '大家同意', { restricted: '502 怕挡门' })],
      acts: ['amend'],
      ...more,
    })

  test('who was there reads also what is not for everybody, and asks for another wording of one item', async () => {
    const wire = await open(open48(), owner, { 'minutes.amend': ({ id }) => ({ id }) })
    expect(screen.getByText('不公开的部分，只有到会的人和社区看得到')).toBeTruthy()
    await tap('button', '提修改意见')
    await tap('button', '说的是哪一条：整份纪要，选')
    await tap('radio', '加装楼梯扶手')
    await write('应该怎么写', '是 14 户同意，1 户没来')
    await tap('button', '交给记录人')
    expect(wire.of('minutes.amend')).toEqual([
      { ...key, id: expect.any(String), itemId: itemOf(1), words: '是 14 户同意，1 户没来' },
    ])
  })

  test('the recorder answers each, with whether it was taken', async () => {
    const amendments = [
      {
        amendmentId: idOf(36, 1),
        itemId: itemOf(1),
        words: '是 14 户同意',
        at: minutesAway(-60),
        mine: false,
        answer: null,
      },
    ]
    const wire = await open(open48({ amendments, acts: ['write', 'answerAmendment'] }), communityWorker, {
      'minutes.answerAmendment': { open: 0 },
    })
    expect(screen.getByText('修改意见，1 条还没答复')).toBeTruthy()
    await tap('button', '答复')
    await tap('tab', '没有改')
    await tap('button', '填上：当时是这样说的，没有改。')
    const [, answer] = screen.getAllByRole('button', { name: '答复' })
    await act(async () => answer?.click())
    expect(wire.of('minutes.answerAmendment')).toEqual([
      { ...key, amendmentId: idOf(36, 1), decision: 'declined', words: '当时是这样说的，没有改。' },
    ])
  })

  test.each([
    ['open', '请大家核对', '请大家核对', '已经请到会的人核对'],
    ['sign', '签字', '我签字', '签好了'],
    ['publish', '公布', '公布，不再改', '公布了'],
  ] as const)('%s is one act, told with what follows from it', async (step, button, means, says) => {
    const answers: Answers = {
      'minutes.open': { state: 'open', amendUntil: minutesAway(2880) },
      'minutes.sign': { state: 'signed' },
      'minutes.publish': { state: 'published', number: '〔2026〕第11号', hash: 'a'.repeat(64) },
    }
    const wire = await open(draftOf({ acts: [step] }), communityWorker, answers)
    await tap('button', button)
    const meant = screen.getAllByRole('button', { name: means })
    await act(async () => meant.at(-1)?.click())
    expect(screen.getByText(says)).toBeTruthy()
    expect(wire.of(`minutes.${step}`)).toEqual([key])
  })

  test('signing too early is refused in words', async () => {
    await open(open48({ acts: ['sign'] }), communityWorker, {
      'minutes.sign': refuse('amending_still', undefined, { until: '明天 09:00' }),
    })
    await tap('button', '签字')
    await tap('button', '我签字')
    expect(screen.getByText('到会的人还在核对，明天 09:00 以后才能签字')).toBeTruthy()
  })
})

test('minutes that are not out for the reader say so, and can be asked for again', async () => {
  const wire = await open(publishedOf(), owner, { 'minutes.get': refuse('not_found') })
  expect(screen.getByText('没能打开')).toBeTruthy()
  wire.answer({ 'minutes.get': breakDown })
  await tap('button', '再试一次')
  wire.answer({ 'minutes.get': publishedOf() })
  await tap('button', '再试一次')
  expect(screen.getByText('9栋楼宇会')).toBeTruthy()
})

test('a minute without decisions or items says so', async () => {
  await open(publishedOf({ resolutions: [], entries: [] }))
  expect(screen.getByText('这次会没有定下要办的事。')).toBeTruthy()
  expect(screen.getByText('还没有记。')).toBeTruthy()
})
