import { View } from '@tarojs/components'
import type { Side } from '../../../shared/account/chart'
import { sayPeriod } from '../../../shared/account/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Heading, Quiet, Row } from '../../kernel/ui'
import type { Books } from '../parts/books'
import { figures, sayBalance } from '../parts/sums'

const grew: Record<Side, readonly [string, string]> = { debit: ['增加', '减少'], credit: ['减少', '增加'] }

/** One account, month by month; each month opens to its entries. */
export function AccountDetail({ books, accountId }: { books: Books; accountId: string }) {
  const account = useLoad('account.get', { ...books, accountId })
  return (
    <Faces of={account} lines={2}>
      {(data) => {
        const [debit, credit] = grew[data.growsOn]
        return (
          <View className="y-page">
            <Card>
              <Heading>{data.name}</Heading>
              <Quiet>{data.code}</Quiet>
              <View className="y-big">{sayBalance(data.balanceFen)}</View>
            </Card>
            {data.months.length === 0 ? <Quiet>还没有记过。</Quiet> : null}
            {data.months.length > 0 ? (
              <Card>
                {data.months.map((m) => (
                  <Row
                    key={m.month}
                    left={sayPeriod(m.month)}
                    quiet={`${debit} ${figures(m.debitFen)}，${credit} ${figures(m.creditFen)}`}
                    label={`${sayPeriod(m.month)}，看每一笔`}
                    onTap={() =>
                      go('money/entries', {
                        ...books,
                        period: m.month,
                        accountId,
                        name: data.name,
                        kind: data.kind,
                      })
                    }
                  />
                ))}
              </Card>
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
