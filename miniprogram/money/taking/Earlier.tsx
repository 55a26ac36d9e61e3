import { View } from '@tarojs/components'
import { useList } from '../../kernel/load'
import { Card, Chip, Heading, ListFaces, Row } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { figures } from '../parts/sums'
import type { Payer } from './Payers'
import { owedOf } from './Taking'

/** All that ever fell due of a lease or a home, paid or not, the last first: for whoever says that it was paid long ago. */
export function Earlier({ books, of }: { books: Books; of: Payer }) {
  const charges = useList('charge.list', { ...books, ...of })
  const now = new Date()
  return (
    <Card>
      <Heading>到期过的费用</Heading>
      <ListFaces of={charges} lines={3} keyOf={(c) => c.chargeId} empty={{ says: '还没有到期过' }}>
        {(c) => (
          <Row
            left={c.says}
            quiet={[`${sayDayShort(c.dueOn, now)}到期`, c.loweredFen > 0 && `减了 ${figures(c.loweredFen)}`]
              .filter(Boolean)
              .join('，')}
            chip={
              owedOf(c) > 0 ? (
                <Chip tone="sun">{`欠 ${figures(owedOf(c))}`}</Chip>
              ) : (
                <Chip tone="pine">交清了</Chip>
              )
            }
            right={<View className="y-amount">{figures(c.fen)}</View>}
          />
        )}
      </ListFaces>
    </Card>
  )
}
