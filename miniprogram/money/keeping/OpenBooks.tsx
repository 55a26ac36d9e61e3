import { useState } from 'react'
import { firstOf, monthOf } from '../../../shared/charge/rules'
import { useCreate } from '../../desk/parts/useCreate'
import { DayField, Heading, MainButton, Refused, Says } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { today } from '../parts/sums'
import { OpeningFields, useOpening } from './OpeningFields'
import { TermsFields } from './TermsFields'
import { readAnswerDays, readLimit } from './terms'

/** The first day, and what was there on it; from then on every fen has an entry. */
export function OpenBooks({ books, name, onDone }: { books: Books; name?: string; onDone(): void }) {
  const { create, busy, refusal } = useCreate('account.open')
  const [on, setOn] = useState(today)
  const typed = useOpening()
  const [limit, setLimit] = useState('5000')
  const [days, setDays] = useState('7')
  const [tried, setTried] = useState(false)
  const from = firstOf(monthOf(on))
  const [spendLimitFen, answerDays] = [readLimit(limit), readAnswerDays(days)]
  const open = async () => {
    setTried(true)
    const { opening } = typed
    if (opening === undefined || spendLimitFen === undefined || answerDays === undefined) return
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
      <OpeningFields of={typed} tried={tried} />
      <TermsFields limit={limit} onLimit={setLimit} days={days} onDays={setDays} tried={tried} />
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void open()}>
        开账
      </MainButton>
    </>
  )
}
