import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Empty, Label, Quiet, Row, Says } from '../kernel/ui'
import { ActFoot } from '../meeting/parts/ActFoot'
import { PaySheet } from './acts/PaySheet'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures } from './parts/sums'
import { FundBar } from './sharing/FundBar'

type Home = Output<'fund.get'>['homes'][number]

const sayHome = (h: Home): string =>
  [
    `认了 ${figures(h.pledgedFen)}`,
    `交了 ${figures(h.paidFen)}`,
    h.returnedFen > 0 && `退了 ${figures(h.returnedFen)}`,
  ]
    .filter(Boolean)
    .join('，')

function HomeRow({ home, onReceive }: { home: Home; onReceive?: () => void }) {
  const left = home.pledgedFen - home.paidFen
  return (
    <Row
      left={home.mine ? `${home.label}（我家）` : home.label}
      quiet={sayHome(home)}
      chip={<Chip tone={left > 0 ? 'sun' : 'pine'}>{left > 0 ? `差 ${figures(left)}` : '交齐了'}</Chip>}
      {...(onReceive && left > 0 && { onTap: onReceive, label: `${home.label}，收 ${sayYuan(left)}` })}
    />
  )
}

/** A purpose that neighbours pay for: who has paid, what was spent, and the rest given back to the fen. */
function Fund({ books, resolutionId }: { books: Books; resolutionId: string }) {
  const fund = useLoad('fund.get', { ...books, resolutionId })
  const [doing, setDoing] = useState<'giveBack' | Home>()
  const [returned, setReturned] = useState<Output<'fund.giveBack'>['returned']>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    fund.reload()
  }
  return (
    <BooksFaces of={fund} books={books} lines={3}>
      {(data) => (
        <>
          {note ? <Says tone="pine">{note}</Says> : null}
          <View className="y-title" ariaRole="heading">
            {data.words}
          </View>
          <Card>
            <FundBar fund={data} />
            <Quiet>单独记，只能用在这件事上。没花完的按各家交的多少退回，一分不差。</Quiet>
          </Card>
          {returned ? (
            <Card>
              <Label>各家退多少</Label>
              {returned.map((r) => (
                <Row
                  key={r.homeId}
                  left={r.label}
                  right={<View className="y-amount">{figures(r.fen)}</View>}
                />
              ))}
            </Card>
          ) : null}
          {data.heldFen > 0 ? (
            <Card
              label="看申请了还没有入账的，打开"
              onTap={() => go('money/spendings', { ...books, tab: 'all' })}
            >
              <Row
                left={`${sayYuan(data.heldFen)} 申请了，还没有入账`}
                quiet="入账或撤回以后，才能退剩下的"
                opens
              />
            </Card>
          ) : null}
          {data.homes.length > 0 ? (
            <Card>
              <Label>各家</Label>
              {data.homes.map((h) => (
                <HomeRow
                  key={h.pledgeId}
                  home={h}
                  {...(data.mayReceive && { onReceive: () => setDoing(h) })}
                />
              ))}
            </Card>
          ) : null}
          <Card
            label="看这件事办到哪了，打开"
            onTap={() => go('meeting/resolution', { communityId: books.communityId, resolutionId })}
          >
            <Row left="看这件事办到哪了" opens />
          </Card>
          <ActFoot
            others={
              data.mayGiveBack && data.leftFen > 0
                ? [{ word: `退回剩下的 ${sayYuan(data.leftFen)}`, onTap: () => setDoing('giveBack') }]
                : []
            }
          />
          {typeof doing === 'object' ? (
            <PaySheet
              name="fund.receive"
              books={books}
              with={{ resolutionId, pledgeId: doing.pledgeId }}
              title={`收 ${doing.label} 的认款`}
              act="收下"
              asks={{
                sum: { label: '多少元', fen: doing.pledgedFen - doing.paidFen, hint: sayHome(doing) },
                way: '怎么收的',
                day: '哪一天',
              }}
              onDone={() => done(`${doing.label}的收下了`)}
              onClose={close}
            />
          ) : null}
          {doing === 'giveBack' ? (
            <PaySheet
              name="fund.giveBack"
              books={books}
              with={{ resolutionId }}
              title="退回剩下的"
              act={`退 ${sayYuan(data.leftFen)}`}
              says="按各家交的多少退，合起来一分不差。退了这笔认款就结清了。"
              asks={{ way: '怎么退的', day: '哪一天', photos: { label: '退款的单子', must: true } }}
              onDone={(answer) => {
                setReturned(answer.returned)
                done('退回了，各家多少写在下面')
              }}
              onClose={close}
            />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

export default function FundPage() {
  const { resolutionId } = useParams<{ resolutionId: string }>()
  return (
    <BooksScreen act="fund.get" title="一笔认款" what="看认款的账">
      {(books) =>
        resolutionId === undefined ? (
          <Empty says="没有找到这笔认款" act="看认款的账" onAct={() => go('money/funds', { ...books })} />
        ) : (
          <Fund key={resolutionId} books={books} resolutionId={resolutionId} />
        )
      }
    </BooksScreen>
  )
}
