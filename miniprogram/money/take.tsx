import { useState } from 'react'
import { Segments } from '../desk/parts/Segments'
import { useParams } from '../kernel/go'
import { type Books, BooksScreen } from './parts/books'
import { type Payer, Payers } from './taking/Payers'
import { Taking } from './taking/Taking'
import { Visitor } from './taking/Visitor'

type Kind = 'owes' | 'visitor'
const kinds = [
  { value: 'owes', label: '租用和住户' },
  { value: 'visitor', label: '临时停车' },
] as const satisfies readonly { value: Kind; label: string }[]

/** Three taps: whose, which charge, how it is paid. */
function Take({ books }: { books: Books }) {
  const { leaseId, homeId } = useParams<{ leaseId: string; homeId: string }>()
  const asked: Payer | undefined = leaseId ? { leaseId } : homeId ? { homeId } : undefined
  const [payer, setPayer] = useState(asked)
  const [kind, setKind] = useState<Kind>('owes')
  if (payer)
    return (
      <Taking
        key={payer.leaseId ?? payer.homeId}
        books={books}
        of={payer}
        onAnother={() => setPayer(undefined)}
      />
    )
  return (
    <>
      <Segments<Kind> label="收哪一种" options={kinds} value={kind} onChange={setKind} />
      {kind === 'owes' ? <Payers books={books} onPick={setPayer} /> : <Visitor books={books} />}
    </>
  )
}

export default function TakePage() {
  return (
    <BooksScreen act="receipt.take" title="收款" what="收款">
      {(books) => <Take books={books} />}
    </BooksScreen>
  )
}
