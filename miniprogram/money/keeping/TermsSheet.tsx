import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { typeYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { TermsFields } from './TermsFields'
import { readAnswerDays, readLimit } from './terms'

export function TermsSheet(props: {
  books: Books
  chart: Output<'account.list'>
  onDone(says: string): void
  onClose(): void
}) {
  const { run, busy, refusal } = useAct('account.setTerms')
  const [limit, setLimit] = useState(typeYuan(props.chart.spendLimitFen))
  const [days, setDays] = useState(String(props.chart.answerDays))
  const [tried, setTried] = useState(false)
  const [spendLimitFen, answerDays] = [readLimit(limit), readAnswerDays(days)]
  const save = async () => {
    setTried(true)
    if (spendLimitFen === undefined || answerDays === undefined) return
    if (await run({ ...props.books, spendLimitFen, answerDays })) props.onDone('改好了')
  }
  return (
    <ActSheet
      title="限额和期限"
      act="就这样定"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <TermsFields limit={limit} onLimit={setLimit} days={days} onDays={setDays} tried={tried} />
    </ActSheet>
  )
}
