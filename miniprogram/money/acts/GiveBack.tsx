import type { Books } from '../parts/books'
import { figures } from '../parts/sums'
import type { Payer } from '../taking/Payers'
import { PaySheet } from './PaySheet'

/** Gives back what is held of a lease or a home: a prepayment or a deposit, never more than that, and with its paper. */
export const GiveBack = (props: {
  books: Books
  of: Payer
  held: 'prepaid' | 'deposit'
  fen: number
  onDone(says: string): void
  onClose(): void
}) => (
  <PaySheet
    name="receipt.refund"
    books={props.books}
    with={{ of: props.of, held: props.held }}
    title={props.held === 'prepaid' ? '退预收' : '退押金'}
    act="退给他"
    says={`手上有 ${figures(props.fen)} 元，最多退这么多。`}
    asks={{
      sum: { label: '退多少元', fen: props.fen },
      way: '怎么退的',
      day: '哪一天',
      photos: { label: '收条', must: true },
    }}
    onDone={() => props.onDone('退了，凭证一起记上了')}
    onClose={props.onClose}
  />
)
