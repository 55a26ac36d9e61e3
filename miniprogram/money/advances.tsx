import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../shared/account/words'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Heading, PlainButton, Quiet, Row, Says } from '../kernel/ui'
import { AdvanceBar } from './parts/AdvanceBar'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { AddAdvance } from './sharing/AddAdvance'

function Advances({ books, name }: { books: Books; name?: string }) {
  const { can } = useMe()
  const list = useLoad('advance.list', books)
  const [adding, setAdding] = useState<'now' | 'before'>()
  const [note, setNote] = useState<string>()
  return (
    <BooksFaces of={list} books={books} lines={2}>
      {({ items, companies, mayCarry }) => (
        <>
          {name ? <Quiet>{name}</Quiet> : null}
          {note ? <Says tone="pine">{note}</Says> : null}
          <Says>物业先垫的钱，只从业主分到的停车收益里还，还清就停。</Says>
          {items.length === 0 ? <Quiet>物业没有给小区垫过钱。</Quiet> : null}
          {items.map((a) => (
            <Card
              key={a.advanceId}
              label={`${a.name}，${a.says}，打开`}
              onTap={() => go('money/advance', { ...books, advanceId: a.advanceId })}
            >
              <Row
                left={<Heading>{a.name}</Heading>}
                quiet={`${a.organisation}垫的，${sayPeriod(a.from)}起，${a.months} 个月还完`}
                opens
              />
              <AdvanceBar {...a} />
              <View>{a.says}</View>
            </Card>
          ))}
          {can('advance.add', books) ? (
            <PlainButton onTap={() => setAdding('now')}>登记一笔垫资</PlainButton>
          ) : null}
          {mayCarry ? <PlainButton onTap={() => setAdding('before')}>补记开账前的垫资</PlainButton> : null}
          {adding ? (
            <AddAdvance
              books={books}
              companies={companies}
              before={adding === 'before'}
              onClose={() => setAdding(undefined)}
              onDone={(says) => {
                setAdding(undefined)
                setNote(says)
                list.reload()
              }}
            />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

/** What the property company laid out for the compound, and how it is paid back. */
export default function AdvancesPage() {
  return (
    <BooksScreen act="advance.list" title="物业垫资" what="看物业垫资">
      {(books, name) => <Advances books={books} name={name} />}
    </BooksScreen>
  )
}
