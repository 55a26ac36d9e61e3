import { useState } from 'react'
import { type MoneyKind, moneyKinds } from '../../../shared/account/fields'
import { firstOf, monthOf } from '../../../shared/charge/rules'
import { useCreate } from '../../desk/parts/useCreate'
import { DayField, Heading, MainButton, Quiet, Refused, Says, TextField } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { figures, today } from '../parts/sums'
import { TermsFields } from './TermsFields'
import { readAnswerDays, readLimit } from './terms'

const labels: Record<MoneyKind, string> = {
  cash: '那天手里的现金（元）',
  bank: '那天银行里的（元）',
  wechat: '那天微信里的（元）',
}

/** The first day, and what was there on it; from then on every fen has an entry. */
export function OpenBooks({ books, name, onDone }: { books: Books; name?: string; onDone(): void }) {
  const { create, busy, refusal } = useCreate('account.open')
  const [on, setOn] = useState(today)
  const [typed, setTyped] = useState<Record<MoneyKind, string>>({ cash: '', bank: '', wechat: '' })
  const [limit, setLimit] = useState('5000')
  const [days, setDays] = useState('7')
  const [tried, setTried] = useState(false)
  const from = firstOf(monthOf(on))
  const sumOf = (key: MoneyKind) =>
    typed[key].trim() === '' || typed[key].trim() === '0' ? 0 : readYuan(typed[key])
  const sums = moneyKinds.map((key) => ({ key, fen: sumOf(key) }))
  const [spendLimitFen, answerDays] = [readLimit(limit), readAnswerDays(days)]
  const total = sums.reduce((sum, { fen }) => sum + (fen ?? 0), 0)
  const open = async () => {
    setTried(true)
    if (sums.some(({ fen }) => fen === undefined) || spendLimitFen === undefined || answerDays === undefined)
      return
    const opening = sums.flatMap(({ key, fen }) => (fen ? [{ key, fen }] : []))
    if (await create({ ...books, from, opening, spendLimitFen, answerDays })) onDone()
  }
  return (
    <>
      <Heading>{`给${name ?? '这个小区'}开账`}</Heading>
      <Says>从某个月的 1 号开始记。开了账，每一分钱从哪来、到哪去都有一笔，记上的不改不删。</Says>
      <DayField
        label="从哪个月开始"
        value={on}
        onChange={setOn}
        hint={`从 ${sayDayShort(from, new Date())} 开始`}
      />
      {moneyKinds.map((key) => (
        <TextField
          key={key}
          label={labels[key]}
          type="digit"
          max={12}
          value={typed[key]}
          placeholder="没有就不填"
          onInput={(value) => setTyped({ ...typed, [key]: value })}
          error={tried && sumOf(key) === undefined ? '请写多少元，最多两位小数' : undefined}
        />
      ))}
      <Quiet>{`合起来 ${figures(total)} 元，都是业主的。`}</Quiet>
      <TermsFields limit={limit} onLimit={setLimit} days={days} onDays={setDays} tried={tried} />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void open()}>
        开账
      </MainButton>
    </>
  )
}
