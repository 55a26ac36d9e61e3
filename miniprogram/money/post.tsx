import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Side } from '../../shared/account/chart'
import { sideWords } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { feesByHandAtMost, mayStandByHand } from '../../shared/entry/lines'
import { sayYuan } from '../../shared/kernel/money'
import { PickLine } from '../desk/parts/PickLine'
import { goInstead } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { PhotoGrid } from '../kernel/photos'
import { Card, DayField, MainButton, PlainButton, Quiet, Refused, Says, TextField } from '../kernel/ui'
import { readYuan } from '../kernel/yuan'
import { usePaper } from './acts/usePaper'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { SumField } from './parts/fields'
import { figures, today } from './parts/sums'

type Account = Output<'account.list'>['items'][number]
interface Line {
  key: number
  side: Side
  accountId?: string
  typed: string
}

const startsWith: readonly Line[] = [
  { key: 0, side: 'debit', typed: '' },
  { key: 1, side: 'credit', typed: '' },
]
const linesAtMost = 20

function LineForm(props: {
  line: Line
  accounts: readonly Account[]
  tried: boolean
  onChange(line: Line): void
  onDrop?(): void
}) {
  const { line, onChange, tried } = props
  const title = sideWords[line.side]
  return (
    <Card>
      <PickLine
        label={`${title}方科目`}
        options={props.accounts
          .filter((a) => mayStandByHand(a.kind, line.side))
          .map((a) => ({ value: a.accountId, label: a.name, hint: a.code }))}
        value={line.accountId}
        without="选一个科目"
        error={tried && line.accountId === undefined ? '请选科目' : undefined}
        onChange={(accountId) => onChange({ ...line, accountId })}
      />
      <SumField
        label={`${title}方金额（元）`}
        value={line.typed}
        onInput={(typed) => onChange({ ...line, typed })}
        tried={tried}
      />
      {props.onDrop ? <PlainButton onTap={props.onDrop}>去掉这一行</PlainButton> : null}
    </Card>
  )
}

/** Between cash, bank and WeChat, interest and bank fees: what has no act of its own. */
function Post({ books, accounts }: { books: Books; accounts: readonly Account[] }) {
  const paper = usePaper('entry.post', books.communityId)
  const [lines, setLines] = useState(startsWith)
  const [on, setOn] = useState(today)
  const [memo, setMemo] = useState('')
  const [tried, setTried] = useState(false)
  const sumOf = (side: Side) =>
    lines.filter((l) => l.side === side).reduce((sum, l) => sum + (readYuan(l.typed) ?? 0), 0)
  const [debit, credit] = [sumOf('debit'), sumOf('credit')]
  const isBalanced = debit === credit && debit > 0
  const add = (side: Side) =>
    setLines([...lines, { key: Math.max(...lines.map((l) => l.key)) + 1, side, typed: '' }])
  const post = async () => {
    setTried(true)
    const whole = lines.flatMap(({ accountId, side, typed }) => {
      const fen = readYuan(typed)
      return accountId === undefined || fen === undefined ? [] : [{ accountId, side, fen }]
    })
    if (whole.length < lines.length || !isBalanced || memo.trim() === '') return
    const made = await paper.send({ ...books, occurredOn: on, memo: memo.trim(), lines: whole })
    if (made) goInstead('money/entry', { ...books, entryId: made.id })
  }
  return (
    <>
      <Says>
        {`收款、付款、分成都有自己的办法，不用在这里记。这里记现金存银行、存款利息、手续费这些；手续费一个月最多记 ${sayYuan(feesByHandAtMost)}，更多的走支出审批。`}
      </Says>
      <DayField label="哪一天的事" value={on} onChange={setOn} />
      <TextField
        label="写一句是什么"
        value={memo}
        onInput={setMemo}
        max={200}
        hint="业主都看得到，不要写姓名和门牌"
        error={tried && memo.trim() === '' ? '请写一句是什么' : undefined}
      />
      {lines.map((line) => (
        <LineForm
          key={line.key}
          line={line}
          accounts={accounts}
          tried={tried}
          onChange={(next) => setLines(lines.map((l) => (l.key === line.key ? next : l)))}
          {...(lines.filter((l) => l.side === line.side).length > 1 && {
            onDrop: () => setLines(lines.filter((l) => l.key !== line.key)),
          })}
        />
      ))}
      {lines.length < linesAtMost ? (
        <View className="d-acts">
          <PlainButton onTap={() => add('debit')}>加一行借方</PlainButton>
          <PlainButton onTap={() => add('credit')}>加一行贷方</PlainButton>
        </View>
      ) : null}
      <Says tone={isBalanced ? 'pine' : tried ? 'vermilion' : 'quiet'}>
        {isBalanced
          ? `借方、贷方都是 ${figures(debit)}，相等`
          : `借方 ${figures(debit)}，贷方 ${figures(credit)}，要相等才能记`}
      </Says>
      <View className="k-field">
        <View className="k-label">凭证（有就拍）</View>
        <PhotoGrid of={paper.photos} add="拍凭证" />
      </View>
      <Refused by={paper.refusal} />
      <MainButton busy={paper.busy} onTap={() => void post()}>
        记上
      </MainButton>
      <Quiet>记上以后不能改，记错了用冲正。</Quiet>
    </>
  )
}

function Form({ books }: { books: Books }) {
  const accounts = useLoad('account.list', books)
  return (
    <BooksFaces of={accounts} books={books} lines={4}>
      {({ items }) => <Post books={books} accounts={items.filter((a) => a.byHand)} />}
    </BooksFaces>
  )
}

export default function PostPage() {
  return (
    <BooksScreen act="entry.post" title="手工记账" what="手工记账">
      {(books) => <Form books={books} />}
    </BooksScreen>
  )
}
