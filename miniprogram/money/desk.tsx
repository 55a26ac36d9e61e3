import { View } from '@tarojs/components'
import { sayPeriod } from '../../shared/account/words'
import { go, type PageName } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Heading, MainButton, PlainButton, Quiet, Row, type Tone } from '../kernel/ui'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { type Door, Doors } from './parts/Doors'
import { OnBooks } from './parts/OnBooks'
import { figures, thisMonth } from './parts/sums'

const doors: readonly Door[] = [
  { for: 'account.month', page: 'money/month', name: '这个月的钱', says: '从哪来，到哪去' },
  { for: 'spending.list', page: 'money/spendings', name: '支出', says: '申请、批准、付款' },
  { for: 'space.list', page: 'money/spaces', name: '停车位', says: '空着的、租出去的' },
  { for: 'lease.list', page: 'money/leases', name: '租用名单', says: '找车牌、房号' },
  {
    for: 'receipt.list',
    page: 'money/receipts',
    name: '收款记录',
    says: '哪天收的，怎么付的',
    does: { act: 'entry.reverse', says: '收错了从这里冲正' },
  },
  { for: 'charge.arrears', page: 'money/arrears', name: '还没交的', says: '欠了多久，谁' },
  { for: 'entry.list', page: 'money/entries', name: '每一笔账', says: '一笔一笔，带凭证' },
  {
    for: 'statement.list',
    page: 'money/statements',
    name: '收支公示',
    says: '每月一份，存表格',
    does: { act: 'statement.publish', says: '公布，存表格' },
  },
  {
    for: 'split.list',
    page: 'money/splits',
    name: '收益分成',
    says: '业主几成，物业几成',
    does: { act: 'split.settle', says: '每月分一次' },
  },
  { for: 'advance.list', page: 'money/advances', name: '物业垫资', says: '还到哪了' },
  { for: 'fund.list', page: 'money/funds', name: '认款的账', says: '收、花、退' },
  { for: 'charge.fees', page: 'money/fees', name: '住户收费', says: '每户每月交什么' },
  { for: 'account.forecast', page: 'money/forecast', name: '预算和实际', says: '收缴了多少' },
  { for: 'apportion.list', page: 'money/apportions', name: '费用分摊', says: '电梯、扶手每家多少' },
  {
    for: 'account.list',
    page: 'money/books',
    name: '科目和余额',
    says: '账本的每一格',
    does: { act: 'account.setTerms', says: '限额、每一格、导出' },
  },
]

interface Waits {
  name: string
  quiet: string
  count: number
  page: PageName
  params?: Record<string, string>
  tone: Tone
}

/** What waits for the reader first; then what waits for others. */
function ToDo({ books }: { books: Books }) {
  const { can } = useMe()
  const spending = useList('spending.list', { ...books, tab: 'waiting' })
  const covers = useLoad('entry.unmasked', can('entry.mask', books) ? books : null)
  const questions = useLoad('statement.open', can('statement.open', books) ? books : null)
  const line = useLoad('lease.waiting', can('lease.waiting', books) ? books : null)
  const preview = useLoad(
    'statement.preview',
    can('statement.publish', books) ? { ...books, period: thisMonth() } : null,
  )
  const { first } = spending
  const pays = can('spending.pay', books)
  const mine = first?.mine ?? 0
  const late = (questions.data?.items ?? []).filter((q) => q.overdue).length
  const asked = questions.data?.items.length ?? 0
  const answers = can('statement.answer', books)
  const all: Waits[] = [
    {
      name: '等你批准的支出',
      quiet: '看清楚买什么、多少钱，再批',
      count: mine,
      page: 'money/spendings',
      params: { tab: 'waiting' },
      tone: 'vermilion',
    },
    {
      name: '等付款的',
      quiet: '批准了，付了拍凭证',
      count: first?.counts.toPay ?? 0,
      page: 'money/spendings',
      params: { tab: 'toPay' },
      tone: pays ? 'vermilion' : 'sun',
    },
    {
      name: '付了缺凭证的',
      quiet: '没有凭证不入账',
      count: first?.counts.gaps ?? 0,
      page: 'money/spendings',
      params: { tab: 'gaps' },
      tone: pays ? 'vermilion' : 'sun',
    },
    {
      name: '凭证待遮挡',
      quiet: '遮好了业主才看得到',
      count: covers.data?.items.length ?? 0,
      page: 'money/cover',
      tone: 'vermilion',
    },
    {
      name: '业主问的，等答复',
      quiet: late > 0 ? `${late} 条过了时限` : '到期前要答',
      count: asked,
      page: 'money/questions',
      tone: answers ? 'vermilion' : 'sun',
    },
    {
      name: '有空车位，轮到的人家',
      quiet: '问一声，租给他们',
      count: (line.data?.items ?? []).filter((w) => w.called).length,
      page: 'money/waiting',
      tone: can('lease.add', books) ? 'vermilion' : 'sun',
    },
    {
      name: '等别人批准的',
      quiet: '两方的两个人批了才能付',
      count: (first?.counts.waiting ?? 0) - mine,
      page: 'money/spendings',
      params: { tab: 'waiting' },
      tone: 'quiet',
    },
  ]
  const waits = all.filter((w) => w.count > 0)
  const next = preview.data && preview.data.next < thisMonth() ? preview.data.next : undefined
  if (waits.length === 0 && next === undefined)
    return (
      <Card>
        <Heading>要办的</Heading>
        <Quiet>眼下没有等着办的。</Quiet>
      </Card>
    )
  return (
    <Card>
      <Heading>要办的</Heading>
      {waits.map((w) => (
        <Row
          key={w.name}
          left={w.name}
          quiet={w.quiet}
          chip={<Chip tone={w.tone}>{`${w.count} 件`}</Chip>}
          label={`${w.name} ${w.count} 件，打开`}
          onTap={() => go(w.page, { ...books, ...w.params })}
        />
      ))}
      {next ? (
        <Row
          left={`${sayPeriod(next)}的收支等公布`}
          quiet="看草稿，没问题就公布"
          chip={<Chip tone="vermilion">等公布</Chip>}
          label={`${sayPeriod(next)}的收支等公布，看草稿`}
          onTap={() => go('money/publish', { ...books, period: next })}
        />
      ) : null}
    </Card>
  )
}

function Desk({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const money = useLoad('account.month', { ...books, month: thisMonth() })
  return (
    <BooksFaces of={money} books={books} lines={3}>
      {(data) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {can('receipt.take', books) ? (
            <MainButton onTap={() => go('money/take', { ...books })}>收款</MainButton>
          ) : null}
          {can('spending.ask', books) ? (
            <PlainButton onTap={() => go('money/ask', { ...books })}>申请一笔支出</PlainButton>
          ) : null}
          <View className="y-cards">
            <ToDo books={books} />
            <OnBooks says="现在账上" before="月初" sums={data} />
          </View>
          {data.arrearsFen > 0 ? <Quiet>{`到期还没收上来 ${figures(data.arrearsFen)} 元`}</Quiet> : null}
          <Doors books={books} name={name} doors={doors} />
        </>
      )}
    </BooksFaces>
  )
}

/** The books of a compound for those who keep, approve and watch them: what waits, then everything else. */
export default function DeskPage() {
  return (
    <BooksScreen act="lease.list" title="公共收益" what="管公共收益" wide>
      {(books, name) => <Desk books={books} name={name} />}
    </BooksScreen>
  )
}
