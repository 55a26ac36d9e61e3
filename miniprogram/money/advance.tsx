import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { sayShare } from '../../shared/split/words'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Empty, Label, PlainButton, Quiet, Row, Says, type Tone } from '../kernel/ui'
import { ActFoot, type FootAct } from '../meeting/parts/ActFoot'
import { sayDayShort } from '../whistle/parts/words'
import { PaySheet } from './acts/PaySheet'
import { AdvanceBar } from './parts/AdvanceBar'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures } from './parts/sums'
import { Decided } from './renting/Ground'

type Advance = Output<'advance.get'>
type Due = Advance['schedule'][number]
const states: Record<Due['state'], { says: string; tone: Tone }> = {
  whole: { says: '还了', tone: 'pine' },
  part: { says: '还了一部分', tone: 'sun' },
  early: { says: '提前还了', tone: 'pine' },
  none: { says: '没还上', tone: 'sun' },
  toCome: { says: '还没到', tone: 'quiet' },
}
const around = 3

/** A few months on either side of where it stands now; all of them on a tap. */
function Schedule({ advance }: { advance: Advance }) {
  const [all, setAll] = useState(false)
  const { schedule } = advance
  const at = schedule.findIndex((d) => d.state === 'toCome')
  const here = at < 0 ? schedule.length : at
  const shown = all ? schedule : schedule.slice(Math.max(0, here - around), here + around)
  return (
    <Card>
      <Label>一个月一个月怎么还</Label>
      {shown.map((due) => (
        <Row
          key={due.month}
          left={sayPeriod(due.month)}
          quiet={
            due.repaidFen !== due.plannedFen && due.repaidFen > 0
              ? `该还 ${figures(due.plannedFen)}，还了 ${figures(due.repaidFen)}`
              : undefined
          }
          chip={<Chip tone={states[due.state].tone}>{states[due.state].says}</Chip>}
          right={<View className="y-amount">{figures(due.plannedFen)}</View>}
        />
      ))}
      {shown.length < schedule.length ? (
        <PlainButton onTap={() => setAll(true)}>{`看全部 ${schedule.length} 个月`}</PlainButton>
      ) : null}
    </Card>
  )
}

function Repayments({ advance, books }: { advance: Advance; books: Books }) {
  const now = new Date()
  if (advance.repayments.length === 0) return null
  return (
    <Card>
      <Label>还过的</Label>
      <Quiet>每一笔先还最早没还清的月份。</Quiet>
      {advance.repayments.map((r) => (
        <Row
          key={r.entryId}
          left={`${sayDayShort(r.on, now)}还的`}
          quiet={r.early ? '提前还的' : `从${sayPeriod(r.month)}的停车收益里`}
          chip={r.reversed ? <Chip tone="quiet">冲正了</Chip> : undefined}
          right={<View className="y-amount is-out">{figures(r.fen)}</View>}
          label={`${sayDayShort(r.on, now)}还了 ${figures(r.fen)} 元，看这笔账`}
          onTap={() => go('money/entry', { ...books, entryId: r.entryId })}
        />
      ))}
    </Card>
  )
}

/** What was laid out, how far it is paid back, and what may be paid now. */
function One({ books, advanceId }: { books: Books; advanceId: string }) {
  const advance = useLoad('advance.get', { ...books, advanceId })
  const [doing, setDoing] = useState<'repay' | 'early'>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (answer: { fen: number; owedFen: number }) => {
    close()
    setNote(
      `还了 ${sayYuan(answer.fen)}，${answer.owedFen === 0 ? '还清了' : `还欠 ${sayYuan(answer.owedFen)}`}`,
    )
    advance.reload()
  }
  return (
    <BooksFaces of={advance} books={books} lines={3}>
      {(data) => {
        const { next } = data
        const mayRepay = data.mayRepay && next !== null && next.fen > 0
        const others: FootAct[] =
          data.mayRepay && data.owedFen > 0 ? [{ word: '提前还', onTap: () => setDoing('early') }] : []
        return (
          <>
            {note ? <Says tone="pine">{note}</Says> : null}
            <View className="y-stack">
              <View className="y-title" ariaRole="heading">
                {data.name}
              </View>
              <Quiet>{`${data.organisation}垫的`}</Quiet>
            </View>
            <Card>
              <View>
                <Quiet>还欠</Quiet>
                <View className="y-big">{sayYuan(data.owedFen)}</View>
              </View>
              {data.reversed ? null : <AdvanceBar {...data} />}
              <View>{data.says}</View>
              <Quiet>{`从业主停车收益的 ${sayShare(data.shareBp)} 里还，不动别的钱。`}</Quiet>
              <Decided of={data.decision} books={books} />
            </Card>
            {next && next.fen > 0 ? (
              <Says tone={data.mayRepay ? 'vermilion' : 'quiet'}>
                {`${sayPeriod(next.month)}可以还 ${sayYuan(next.fen)}，业主这一份还剩 ${sayYuan(next.availableFen)}。`}
              </Says>
            ) : null}
            {data.reversed ? null : <Schedule advance={data} />}
            <Repayments advance={data} books={books} />
            <ActFoot
              {...(mayRepay && {
                main: {
                  word: `还 ${sayPeriod(next.month)}的 ${sayYuan(next.fen)}`,
                  onTap: () => setDoing('repay'),
                },
              })}
              others={others}
            />
            {doing === 'repay' && next ? (
              <PaySheet
                name="advance.repay"
                books={books}
                with={{ advanceId, month: next.month }}
                title={`还${sayPeriod(next.month)}的`}
                act={`还 ${sayYuan(next.fen)}`}
                asks={{ way: '怎么付的', day: '哪一天', photos: { label: '收据', must: true } }}
                onDone={done}
                onClose={close}
              />
            ) : null}
            {doing === 'early' ? (
              <PaySheet
                name="advance.repayEarly"
                books={books}
                with={{ advanceId }}
                title="提前还"
                act="提前还"
                says="提前还要有业主的决定，也只能从业主这一份里还。"
                asks={{
                  sum: { label: '还多少元', hint: `还欠 ${sayYuan(data.owedFen)}` },
                  way: '怎么付的',
                  day: '哪一天',
                  decision: true,
                  photos: { label: '收据', must: true },
                }}
                onDone={done}
                onClose={close}
              />
            ) : null}
          </>
        )
      }}
    </BooksFaces>
  )
}

export default function AdvancePage() {
  const { advanceId } = useParams<{ advanceId: string }>()
  return (
    <BooksScreen act="advance.get" title="一笔垫资" what="看物业垫资">
      {(books) =>
        advanceId === undefined ? (
          <Empty says="没有找到这笔垫资" act="看物业垫资" onAct={() => go('money/advances', { ...books })} />
        ) : (
          <One key={advanceId} books={books} advanceId={advanceId} />
        )
      }
    </BooksScreen>
  )
}
