import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { DayField, Quiet, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import type { Lease } from '../parts/LeaseDetail'
import { today } from '../parts/sums'

/** One that has a last day already gets another. */
export const endWords = ({ to }: Pick<Lease, 'to'>): string => (to === null ? '结束租用' : '改结束的日子')

/** Its last day, or another one than was agreed; what fell due beyond it is taken off to the day. */
export function EndLease(props: { books: Books; lease: Lease; onDone(says: string): void; onClose(): void }) {
  const { books, lease } = props
  const { create, busy, refusal } = useCreate('lease.end')
  const was = lease.to
  const [to, setTo] = useState(today)
  const end = async () => {
    if (await create({ ...books, leaseId: lease.leaseId, to }))
      props.onDone(
        `这份租用到 ${sayDayShort(to, new Date())} 为止${was === null || to < was ? '，多算的按天减了' : ''}`,
      )
  }
  return (
    <ActSheet
      title={endWords(lease)}
      act="就到这天"
      onAct={() => void end()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <DayField label="最后一天" value={to} onChange={setTo} />
      {was ? <Quiet>{`原来说好租到 ${sayDayShort(was, new Date())}。`}</Quiet> : null}
      <Says>那天以后的费用按天减掉，多交的留作预收，可以退。</Says>
    </ActSheet>
  )
}
