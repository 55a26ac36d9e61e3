import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { DayField, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import type { Lease } from '../parts/LeaseDetail'
import { today } from '../parts/sums'

/** Its last day; what fell due beyond it is taken off to the day. */
export function EndLease(props: { books: Books; lease: Lease; onDone(says: string): void; onClose(): void }) {
  const { books, lease } = props
  const { create, busy, refusal } = useCreate('lease.end')
  const [to, setTo] = useState(today)
  const end = async () => {
    if (await create({ ...books, leaseId: lease.leaseId, to }))
      props.onDone('这份租用到那天结束，多算的按天减了')
  }
  return (
    <ActSheet
      title="结束租用"
      act="就到这天"
      onAct={() => void end()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <DayField label="最后一天" value={to} onChange={setTo} />
      <Says>那天以后的费用按天减掉，多交的留作预收，可以退。</Says>
    </ActSheet>
  )
}
