import { View } from '@tarojs/components'
import { monthOf } from '../../shared/charge/rules'
import { sayYuan } from '../../shared/kernel/money'
import { dayOf } from '../../shared/kernel/time'
import { sayAnswerBy } from '../../shared/statement/words'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Refusal } from '../kernel/refused'
import { canAs, type Me } from '../kernel/session'
import { Card, Chip, Faces, Heading, LinkWord, Quiet, Row } from '../kernel/ui'
import { Hero } from './Hero'

interface Books {
  communityId: string
  compoundId: string
}

/** Compounds that my roles name, in which I may do this. */
function booksFor(me: Me, act: 'account.month' | 'spending.list'): Books[] {
  const seen = new Map<string, Books>()
  for (const { path } of me.roles) {
    const { communityId, compoundId } = path
    if (communityId && compoundId && canAs(me, act, { communityId, compoundId }))
      seen.set(compoundId, { communityId, compoundId })
  }
  return [...seen.values()]
}

const figures = (fen: number): string => sayYuan(fen).replace(' 元', '')
const signed = (fen: number, sign: '+' | '−'): string => (fen === 0 ? figures(0) : `${sign}${figures(fen)}`)

const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className="home-figure">
    <Quiet>{name}</Quiet>
    <View className="home-sum">{value}</View>
  </View>
)

function OneMonth({ books }: { books: Books }) {
  const month = monthOf(dayOf(new Date()))
  const money = useLoad('account.month', { ...books, month })
  // many compounds keep no books here, and that is nothing to tell
  if (money.data === undefined && money.error instanceof Refusal && money.error.status === 404) return null
  const open = () => go('money/month', { ...books })
  return (
    <Faces of={money} lines={1}>
      {({ sourcesFen, usesFen, closingFen, advance }) => (
        <Card>
          <View className="k-row">
            <Heading>本月公共收益</Heading>
            <LinkWord onTap={open} label="本月公共收益，看每一笔">
              看每一笔
            </LinkWord>
          </View>
          <View className="home-figures">
            <Figure name="收到" value={signed(sourcesFen, '+')} />
            <Figure name="付出" value={signed(usesFen, '−')} />
            {advance.owedFen > 0 ? (
              <Figure name="还欠垫资" value={figures(advance.owedFen)} />
            ) : (
              <Figure name="账上" value={closingFen < 0 ? `−${figures(-closingFen)}` : figures(closingFen)} />
            )}
          </View>
        </Card>
      )}
    </Faces>
  )
}

/** What came and went this month in my compound. */
export const MonthMoney = ({ me }: { me: Me }) => (
  <>
    {booksFor(me, 'account.month').map((books) => (
      <OneMonth key={books.compoundId} books={books} />
    ))}
  </>
)

/** What my homes have to pay; none while nothing is due. */
export function MyCharges() {
  const mine = useLoad('charge.mine', {})
  const owed = mine.data?.owedFen ?? 0
  if (owed === 0) return null
  return (
    <Card onTap={() => go('money/mine')} label={`我家要交 ${sayYuan(owed)}，打开`}>
      <Row
        left={<Heading>我家要交的</Heading>}
        quiet="停车费、住户费用，到期没交的"
        chip={<Chip tone="vermilion">{sayYuan(owed)}</Chip>}
        opens
      />
    </Card>
  )
}

/** What waits in one compound for those who approve its spending, or keep its books. */
function Waits({ books, me }: { books: Books; me: Me }) {
  const list = useList('spending.list', { ...books, tab: 'waiting' })
  const covers = useLoad('entry.unmasked', canAs(me, 'entry.mask', books) ? books : null)
  const questions = useLoad('statement.open', canAs(me, 'statement.answer', books) ? books : null)
  const { mine = 0, counts } = list.first ?? {}
  const isPayer = canAs(me, 'spending.pay', books)
  const pays = isPayer ? (counts?.toPay ?? 0) : 0
  const gaps = isPayer ? (counts?.gaps ?? 0) : 0
  const toCover = covers.data?.items.length ?? 0
  const asked = questions.data?.items ?? []
  const late = asked.filter((q) => q.overdue).length
  const open = (tab: 'waiting' | 'toPay' | 'gaps') => go('money/spendings', { ...books, tab })
  return (
    <>
      {canAs(me, 'receipt.take', books) ? (
        <Hero
          sign="收"
          title="收款"
          says="点三下：哪一户，哪一笔，怎么付"
          onTap={() => go('money/take', { ...books })}
        />
      ) : null}
      {mine + pays + gaps + toCover + asked.length === 0 ? null : (
        <Card>
          <Heading>小区的账</Heading>
          {mine > 0 ? (
            <Row
              left="等你批准"
              quiet="看清楚买什么、多少钱，再批"
              chip={<Chip tone="vermilion">{`${mine} 件`}</Chip>}
              label={`等你批准的支出 ${mine} 件，打开`}
              onTap={() => open('waiting')}
            />
          ) : null}
          {pays > 0 ? (
            <Row
              left="等你付款"
              quiet="批准了的，付了拍凭证"
              chip={<Chip tone="vermilion">{`${pays} 件`}</Chip>}
              label={`等你付款的支出 ${pays} 件，打开`}
              onTap={() => open('toPay')}
            />
          ) : null}
          {asked.length > 0 ? (
            <Row
              left="业主问的，等答复"
              quiet={late > 0 ? `${late} 条过了时限` : sayAnswerBy(asked[0]!.dueAt, new Date())}
              chip={<Chip tone="vermilion">{`${asked.length} 条`}</Chip>}
              label={`业主问的，等答复 ${asked.length} 条，打开`}
              onTap={() => go('money/questions', { ...books })}
            />
          ) : null}
          {gaps > 0 ? (
            <Row
              left="付了缺凭证"
              quiet="没有凭证不入账"
              chip={<Chip tone="vermilion">{`${gaps} 件`}</Chip>}
              label={`付了缺凭证 ${gaps} 件，打开`}
              onTap={() => open('gaps')}
            />
          ) : null}
          {toCover > 0 ? (
            <Row
              left="凭证等着遮挡"
              quiet="遮好了业主才看得到"
              chip={<Chip tone="vermilion">{`${toCover} 张`}</Chip>}
              label={`凭证等着遮挡 ${toCover} 张，打开`}
              onTap={() => go('money/cover', { ...books })}
            />
          ) : null}
        </Card>
      )}
    </>
  )
}

/** The work of the books, in the compounds whose bodies the reader sits in or whose books they keep. */
export const BooksWait = ({ me }: { me: Me }) => (
  <>
    {booksFor(me, 'spending.list')
      .filter((books) => canAs(me, 'spending.approve', books) || canAs(me, 'spending.pay', books))
      .map((books) => (
        <Waits key={books.compoundId} books={books} me={me} />
      ))}
  </>
)
