import { useState } from 'react'
import { sayYuan } from '../../shared/kernel/money'
import { PickLine } from '../desk/parts/PickLine'
import { useCreate } from '../desk/parts/useCreate'
import { goInstead } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Choice, MainButton, Quiet, Refused, Says } from '../kernel/ui'
import { readYuan } from '../kernel/yuan'
import { WordsField } from '../whistle/parts/acts/WordsField'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { ResolutionPick, SumField } from './parts/fields'

/** For what, how much, from where; over the compound's limit with the resolution that allows it. */
function Ask({ books }: { books: Books }) {
  const accounts = useLoad('account.list', books)
  const funds = useLoad('fund.list', books)
  const desk = useList('spending.list', { ...books, tab: 'waiting' })
  const { create, busy, refusal } = useCreate('spending.ask')
  const [words, setWords] = useState('')
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState<'account' | 'fund'>('account')
  const [accountId, setAccount] = useState<string>()
  const [fundOf, setFund] = useState<string>()
  const [resolutionId, setResolution] = useState<string>()
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const limit = desk.first?.limitFen
  const isOver = from === 'account' && fen !== undefined && limit !== undefined && fen > limit
  const withMoney = (funds.data?.items ?? []).filter((f) => f.leftFen > f.heldFen)
  const of = from === 'account' ? accountId : fundOf
  const save = async () => {
    setTried(true)
    if (
      words.trim() === '' ||
      fen === undefined ||
      of === undefined ||
      (isOver && resolutionId === undefined)
    )
      return
    const made = await create({
      ...books,
      words: words.trim(),
      fen,
      ...(from === 'account' ? { accountId: of } : { fundOf: of }),
      ...(isOver && { resolutionId }),
    })
    if (made) goInstead('money/spending', { ...books, spendingId: made.id })
  }
  return (
    <BooksFaces of={accounts} books={books} lines={4}>
      {({ items }) => (
        <>
          <Says>申请的人不能自己批。业委会、党支部、监督小组里两方的两个人批了，才能付。</Says>
          <WordsField
            label="买什么、做什么"
            value={words}
            onInput={setWords}
            max={200}
            missing={tried && words.trim() === '' ? '请写清楚买什么、做什么' : undefined}
            refusal={refusal}
            hint="业主都看得到"
          />
          <SumField
            label="多少元"
            value={typed}
            onInput={setTyped}
            tried={tried}
            hint={limit === undefined ? undefined : `超过 ${sayYuan(limit)} 要有业主决议`}
          />
          {withMoney.length > 0 ? (
            <Choice
              label="从哪里付"
              options={[
                { value: 'account', label: '公共收益' },
                { value: 'fund', label: '大家认的款', hint: '只能用在说好的那件事上' },
              ]}
              value={from}
              onChange={setFrom}
            />
          ) : null}
          {from === 'account' ? (
            <PickLine
              label="用在哪一项"
              options={items
                .filter((a) => a.kind === 'expense' && a.key !== 'expense.manager')
                .map((a) => ({ value: a.accountId, label: a.name }))}
              value={accountId}
              without="选一项"
              error={tried && accountId === undefined ? '请选用在哪一项' : undefined}
              onChange={setAccount}
            />
          ) : (
            <PickLine
              label="哪一笔认款"
              options={withMoney.map((f) => ({
                value: f.resolutionId,
                label: f.words,
                hint: `还剩 ${sayYuan(f.leftFen - f.heldFen)}`,
              }))}
              value={fundOf}
              without="选一笔"
              error={tried && fundOf === undefined ? '请选哪一笔' : undefined}
              onChange={setFund}
            />
          )}
          {isOver ? (
            <ResolutionPick
              books={books}
              label="依据哪条决议"
              value={resolutionId}
              onChange={setResolution}
              error={
                tried && resolutionId === undefined
                  ? `超过 ${sayYuan(limit)} 要有业主决议，请选一条`
                  : undefined
              }
            />
          ) : null}
          <Refused by={refusal} />
          <MainButton busy={busy} onTap={() => void save()}>
            {fen === undefined ? '申请' : `申请 ${sayYuan(fen)}`}
          </MainButton>
          <Quiet>批准、付款、凭证，每一步都留着。</Quiet>
        </>
      )}
    </BooksFaces>
  )
}

export default function AskPage() {
  return (
    <BooksScreen act="spending.ask" title="申请支出" what="申请支出">
      {(books) => <Ask books={books} />}
    </BooksScreen>
  )
}
