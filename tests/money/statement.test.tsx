import { act, screen } from '@testing-library/react'
import Publish from '../../miniprogram/money/publish'
import Questions from '../../miniprogram/money/questions'
import Statement from '../../miniprogram/money/statement'
import type { Output } from '../../shared/contract'
import { sha256Hex } from '../../shared/kernel/hash'
import { newPhone, openAs } from '../kernel/screens/open'
import { bridge, idOf, owner } from '../kernel/screens/people'
import { tap, write } from '../kernel/screens/tap'
import { type Answers, refuse } from '../kernel/screens/wire'
import { phone } from '../kernel/taro'
import { bookkeeper, books, cleaning, picture, questionOf, statementId, statementOf } from './faces'

beforeEach(newPhone)

const key = { ...books, statementId }
const open = (statement: Output<'statement.get'>, me = owner, answers: Answers = {}) =>
  openAs(me, <Statement />, {
    at: '/money/statement',
    params: key,
    answers: { 'statement.get': statement, ...answers },
  })

describe('reading', () => {
  test('what was there, what came, what went and what is left; each line opens', async () => {
    await open(statementOf({ arrearsFen: 12_300 }))
    expect(screen.getByText('2026年10月收支')).toBeTruthy()
    expect(screen.getByText(bridge.name)).toBeTruthy()
    for (const says of ['月底账上', '41,207.35', '月初 36,457.35', '银行存款', '到期还没收上来'])
      expect(screen.getByText(says)).toBeTruthy()
    await tap('button', '保洁和垃圾清运，支 1,500.00 元，看每一笔')
    expect(phone.stack.at(-1)).toContain('/money/entries?')
    expect(phone.stack.at(-1)).toContain('period=2026-10')
  })

  test('a line of a year opens to the entries of that year', async () => {
    await open(statementOf({ period: '2026' }))
    await tap('button', '保洁和垃圾清运，支 1,500.00 元，看每一笔')
    expect(phone.stack.at(-1)).toContain('period=2026&')
  })

  test('others of the community read it, and no line opens', async () => {
    await open(statementOf({ mayOpen: false, mayAsk: false }))
    expect(screen.queryByRole('button', { name: /看每一笔$/ })).toBeNull()
    expect(screen.getByText('本小区的业主，可以点开每一行看到每一笔账和凭证。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^问/ })).toBeNull()
  })

  test('its hash is said plainly, and checked by whoever wants to', async () => {
    const text = '收支公示 2026-10'
    await open(statementOf({ hash: sha256Hex(text) }), owner, {
      'statement.text': { fileName: '公示.txt', text, hash: sha256Hex(text) },
    })
    expect(screen.getByText(/“指纹”，改一个字，指纹就不一样/)).toBeTruthy()
    await tap('button', '核对有没有改过')
    expect(screen.getByText('核对过了：和公布那天的一个字不差。')).toBeTruthy()
  })

  test('one that was changed is found', async () => {
    await open(statementOf(), owner, {
      'statement.text': { fileName: '公示.txt', text: '别的', hash: 'a'.repeat(64) },
    })
    await tap('button', '核对有没有改过')
    expect(screen.getByText('和公布那天的对不上，请告诉社区。')).toBeTruthy()
  })
})

describe('questions', () => {
  test('stand under their line with who answered, never with who asked', async () => {
    await open(
      statementOf({
        items: [
          questionOf(),
          questionOf({
            questionId: idOf(58, 2),
            answer: { words: '换季大扫除，多请了两次', at: '2026-11-21T02:00:00.000Z', by: '物业经办人' },
          }),
        ],
      }),
    )
    expect(screen.getAllByText('一位业主 11月20日 10:00 问').length).toBe(2)
    expect(screen.getByText('11月27日 周五 当天答复完')).toBeTruthy()
    expect(screen.getByText('换季大扫除，多请了两次')).toBeTruthy()
    expect(screen.getByText('物业经办人 昨天 10:00 答')).toBeTruthy()
  })

  test('an owner asks of one line', async () => {
    const wire = await open(statementOf(), owner, {
      'statement.ask': { id: idOf(58, 3), dueAt: '2026-11-29T15:59:00.000Z' },
    })
    await tap('link', '问“保洁和垃圾清运”这一行')
    await tap('button', '问')
    expect(screen.getByText('请写想问什么')).toBeTruthy()
    await tap('button', '填上：为什么比上个月多？')
    await tap('button', '问')
    expect(wire.of('statement.ask')).toEqual([
      { ...key, id: expect.any(String), accountId: cleaning, words: '为什么比上个月多？' },
    ])
    expect(screen.getByText('问好了，7 天内答复，答了会告诉你')).toBeTruthy()
  })

  test('one too many is refused, with what was typed still there', async () => {
    await open(statementOf(), owner, { 'statement.ask': refuse('questions_many') })
    await tap('button', '我要问这份账')
    await write('想问什么', '钱呢')
    await tap('button', '问')
    expect(screen.getByText(/一份公示最多问 10 条/)).toBeTruthy()
    expect((screen.getByLabelText('想问什么') as HTMLTextAreaElement).value).toBe('钱呢')
  })

  test('the desk shows what waits and what is late, and answers it', async () => {
    let items = [{ ...questionOf({ overdue: true }), statementId, period: '2026-10' }]
    const wire = await openAs(bookkeeper, <Questions />, {
      at: '/money/questions',
      params: { ...books },
      answers: {
        'statement.open': () => ({ items }),
        'statement.answer': ({ questionId }) => {
          items = []
          return { questionId }
        },
      },
    })
    expect(screen.getByText('过了时限还没有答')).toBeTruthy()
    await tap('button', '答复')
    await write('怎么答复', '多请了两次保洁')
    const [, send] = screen.getAllByRole('button', { name: '答复' })
    await act(async () => void send?.click())
    expect(wire.of('statement.answer')).toEqual([
      { ...key, questionId: idOf(58, 1), words: '多请了两次保洁' },
    ])
    expect(screen.getByText('答复了，大家都看得到')).toBeTruthy()
  })
})

describe('publishing', () => {
  const preview = (more: Partial<Output<'statement.preview'>> = {}): Output<'statement.preview'> => ({
    period: '2026-10',
    ...picture,
    notReady: [],
    vouchersWaiting: 0,
    next: '2026-10',
    ...more,
  })
  const openPublish = (data: Output<'statement.preview'>, answers: Answers = {}) =>
    openAs(bookkeeper, <Publish />, {
      at: '/money/publish',
      params: { ...books, period: '2026-10' },
      answers: { 'statement.preview': data, ...answers },
    })

  test('what stands in the way is told with the way to it, and there is no button', async () => {
    await openPublish(preview({ notReady: ['unsettled'], vouchersWaiting: 3 }))
    expect(screen.getByText('公布前还要办的')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '公布2026年10月收支' })).toBeNull()
    await tap('button', '还没有分成，去办')
    expect(phone.stack.at(-1)).toContain('/money/splits?')
    await tap('button', '3 张凭证还没有遮挡，去遮')
    expect(phone.stack.at(-1)).toContain('/money/cover?')
  })

  test('it is said once more that it stands for good, and then it opens', async () => {
    const wire = await openPublish(preview(), {
      'statement.publish': { id: statementId, hash: 'b'.repeat(64) },
    })
    await tap('button', '公布2026年10月收支')
    expect(screen.getByText(/公布以后这份不能再改，这个月也封账/)).toBeTruthy()
    await tap('button', '公布，封账')
    expect(wire.of('statement.publish')).toEqual([{ ...books, id: expect.any(String), period: '2026-10' }])
    expect(phone.stack.at(-1)).toContain('/money/statement?')
  })
})
