import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Piece } from '../../shared/account/money'
import { sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import type { NotReady } from '../../shared/statement/states'
import { notReadyWords } from '../../shared/statement/words'
import { Segments } from '../desk/parts/Segments'
import { useCreate } from '../desk/parts/useCreate'
import { go, goInstead, type PageName, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, Quiet, Row, Says } from '../kernel/ui'
import { ActFoot } from '../meeting/parts/ActFoot'
import { ActSheet } from '../whistle/parts/acts/ActSheet'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { OnBooks } from './parts/OnBooks'
import { Pieces, Turned } from './parts/Pieces'
import { thisMonth } from './parts/sums'

type Preview = Output<'statement.preview'>
const leads: Partial<Record<NotReady, PageName>> = { unsettled: 'money/splits', out: 'money/statements' }

/** What is to be done first, and what is only to be known. */
function InTheWay({ books, data }: { books: Books; data: Preview }) {
  const { notReady, vouchersWaiting, gaps } = data
  return (
    <Card>
      <Heading>{notReady.length > 0 ? '公布前还要办的' : '可以公布了'}</Heading>
      {notReady.map((why) => {
        const page = leads[why]
        return (
          <Row
            key={why}
            left={
              why === 'order' ? `${notReadyWords[why]}，下一个是${sayPeriod(data.next)}` : notReadyWords[why]
            }
            {...(page && { onTap: () => go(page, { ...books }), label: `${notReadyWords[why]}，去办` })}
          />
        )
      })}
      {vouchersWaiting > 0 ? (
        <Row
          left={`${vouchersWaiting} 张凭证还没有遮挡`}
          quiet="不挡公布，业主会看到“凭证待遮挡”"
          label={`${vouchersWaiting} 张凭证还没有遮挡，去遮`}
          onTap={() => go('money/cover', { ...books })}
        />
      ) : null}
      {gaps.count > 0 ? (
        <Row
          left={`${gaps.count} 笔付了 ${sayYuan(gaps.fen)}，缺凭证`}
          quiet="不挡公布，没有算在里面"
          label={`${gaps.count} 笔缺凭证，去补`}
          onTap={() => go('money/spendings', { ...books, tab: 'gaps' })}
        />
      ) : null}
    </Card>
  )
}

function Draft({ books, asked }: { books: Books; asked: string }) {
  const { can } = useMe()
  const [period, setPeriod] = useState(asked)
  const preview = useLoad('statement.preview', { ...books, period })
  const { create, busy, refusal } = useCreate('statement.publish')
  const [sure, setSure] = useState(false)
  const isYear = period.length === 4
  const month = isYear ? asked : period
  const publish = async () => {
    const made = await create({ ...books, period })
    if (made) goInstead('money/statement', { ...books, statementId: made.id })
  }
  return (
    <BooksFaces of={preview} books={books} lines={4}>
      {(data) => {
        const open = (p: Piece) =>
          go('money/entries', {
            ...books,
            period,
            accountId: p.accountId,
            name: p.name,
            kind: p.kind,
          })
        const ready = data.notReady.length === 0
        return (
          <>
            <Segments
              label="月还是年"
              options={[
                { value: month, label: sayPeriod(month) },
                { value: month.slice(0, 4), label: `${month.slice(0, 4)}年全年` },
              ]}
              value={period}
              onChange={setPeriod}
            />
            <Says tone="sun">这是草稿，只有管账和监督的人看得到。</Says>
            <InTheWay books={books} data={data} />
            <OnBooks says={isYear ? '年底账上' : '月底账上'} before={isYear ? '年初' : '月初'} sums={data} />
            <View className="y-cards">
              <Pieces way="in" fen={data.sourcesFen} pieces={data.sources} onOpen={open} />
              <Pieces way="out" fen={data.usesFen} pieces={data.uses} onOpen={open} />
            </View>
            <Turned pieces={data.turned} onOpen={open} />
            {data.arrearsFen > 0 ? <Quiet>{`到期还没收上来 ${sayYuan(data.arrearsFen)}`}</Quiet> : null}
            {can('statement.publish', books) && ready ? (
              <ActFoot main={{ word: `公布${sayPeriod(period)}收支`, onTap: () => setSure(true) }} />
            ) : null}
            {sure ? (
              <ActSheet
                title={`公布${sayPeriod(period)}收支`}
                act="公布，封账"
                onAct={() => void publish()}
                busy={busy}
                refusal={refusal}
                onClose={() => setSure(false)}
              >
                <Says tone="sun">
                  公布以后这份不能再改，这个月也封账，后来的账记到下一个月。社区里的人都看得到。
                </Says>
              </ActSheet>
            ) : null}
          </>
        )
      }}
    </BooksFaces>
  )
}

/** A month or a year as it would be published now. */
export default function PublishPage() {
  const { period } = useParams<{ period: string }>()
  return (
    <BooksScreen act="statement.preview" title="公示草稿" what="看公示草稿" wide>
      {(books) => <Draft key={period} books={books} asked={period ?? thisMonth()} />}
    </BooksScreen>
  )
}
