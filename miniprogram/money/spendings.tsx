import { useRef, useState } from 'react'
import { sayYuan } from '../../shared/kernel/money'
import { spendingTabs, type spendingTabs as tabs } from '../../shared/spending/states'
import { Segments } from '../desk/parts/Segments'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { MainButton, PlainButton, Quiet } from '../kernel/ui'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksScreen } from './parts/books'
import { ListBeside } from './parts/ListBeside'
import { figures } from './parts/sums'
import { SpendingDetail } from './spending/SpendingDetail'
import { standOfSpending } from './spending/standing'

type Tab = (typeof tabs)[number]
const tabWords: Record<Tab, string> = { waiting: '等批准', toPay: '等付款', gaps: '缺凭证', all: '全部' }
const empties: Record<Tab, { says: string; more: string }> = {
  waiting: { says: '没有等批准的', more: '要花钱先申请，两方的两个人都批了才能付。' },
  toPay: { says: '没有等付款的', more: '批准了的列在这里，付了款、有凭证才入账。' },
  gaps: { says: '没有缺凭证的', more: '付了款没有凭证的，会列在这里，补了凭证才入账。' },
  all: { says: '还没有支出申请', more: '要花钱先申请，谁申请、谁批准，业主都看得到。' },
}

function Spendings({ books, name }: { books: Books; name?: string }) {
  const asked = useParams<{ tab: Tab; spendingId: string }>()
  const { can } = useMe()
  // whoever only reads has nothing to wait for
  const [tab, setTab] = useState<Tab>(
    () =>
      spendingTabs.find((t) => t === asked.tab) ??
      (can('spending.approve', books) || can('spending.pay', books) ? 'waiting' : 'all'),
  )
  // what waits for the reader's own word comes before asking for more
  const approves = can('spending.approve', books)
  const list = useList('spending.list', { ...books, tab })
  const kept = useRef(list.first)
  kept.current = list.first ?? kept.current
  const first = kept.current
  const many: Record<Tab, number | undefined> = { ...first?.counts, all: undefined } as Record<
    Tab,
    number | undefined
  >
  return (
    <ListBeside
      key={tab}
      of={list}
      books={books}
      keyOf={(s) => s.spendingId}
      asked={asked.spendingId}
      scope={tab}
      choose="左边选一笔，在这里看谁申请、谁批准。"
      empty={empties[tab]}
      head={
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          <Segments<Tab>
            label="看哪些"
            options={spendingTabs.map((value) => ({
              value,
              label: many[value] === undefined ? tabWords[value] : `${tabWords[value]} ${many[value]}`,
            }))}
            value={tab}
            onChange={setTab}
          />
          {first ? (
            <Quiet>{`两方的两个人批准才能付。超过 ${sayYuan(first.limitFen)}的，要有业主决议。`}</Quiet>
          ) : null}
          {first?.mayAsk && !approves ? (
            <MainButton onTap={() => go('money/ask', { ...books })}>申请一笔支出</MainButton>
          ) : null}
        </>
      }
      tail={
        first?.mayAsk && approves ? (
          <PlainButton onTap={() => go('money/ask', { ...books })}>申请一笔支出</PlainButton>
        ) : null
      }
      line={(s, marks) => (
        <BooksLine
          {...marks}
          id={s.spendingId}
          title={s.words}
          // who is still to approve is more than the state; everywhere else the state says it
          under={[s.state === 'asked' && s.says, s.fund ? `从认款里付：${s.fund.words}` : s.account]}
          stand={standOfSpending(s)}
          sum={figures(s.fen)}
          isOut
        />
      )}
      detail={(s) => (
        <SpendingDetail key={s.spendingId} books={books} spendingId={s.spendingId} onChanged={list.reload} />
      )}
      open={(s) => go('money/spending', { ...books, spendingId: s.spendingId })}
    />
  )
}

/** What was asked for, approved and paid; what waits for the reader's own approval stands out. */
export default function SpendingsPage() {
  return (
    <BooksScreen act="spending.list" title="支出申请" what="看支出申请" wide>
      {(books, name) => <Spendings books={books} name={name} />}
    </BooksScreen>
  )
}
