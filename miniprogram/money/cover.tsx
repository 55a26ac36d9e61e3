import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Empty, Heading, Quiet, Says } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { CoverOne } from './covering/CoverOne'
import { BooksLine } from './parts/BooksLine'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { figures } from './parts/sums'

type Waiting = Output<'entry.unmasked'>['items'][number]

/** The vouchers that wait besides. */
function Others({ says, items, onOpen }: { says: string; items: Waiting[]; onOpen(v: Waiting): void }) {
  if (items.length === 0) return null
  return (
    <Card>
      <Heading>{says}</Heading>
      {items.map((v) => (
        <BooksLine
          key={v.photoId}
          id={v.photoId}
          title={v.says}
          under={[`第 ${v.number} 号`]}
          sum={figures(v.totalFen)}
          isOpen={false}
          isAt={false}
          onOpen={() => onOpen(v)}
        />
      ))}
    </Card>
  )
}

/** Vouchers that no owner sees yet: what is private on them is covered by a person, one after the other. */
function Cover({ books }: { books: Books }) {
  const asked = useParams<{ entryId: string; photoId: string }>()
  const waiting = useLoad('entry.unmasked', books)
  const [photoId, setPhoto] = useState<string>()
  const [done, setDone] = useState<{ photoId: string | undefined; says: string }>()
  // one that was covered badly waits no more, and is covered again where it was asked for
  const [again, setAgain] = useState(asked.entryId !== undefined && asked.photoId !== undefined)
  const finish = (photoId: string | undefined, says: string) => {
    setAgain(false)
    setDone({ photoId, says })
    setPhoto(undefined)
    waiting.reload()
  }
  return (
    <BooksFaces of={waiting} books={books} lines={3}>
      {(data) => {
        const items = data.items.filter((v) => v.photoId !== done?.photoId)
        if (again && !items.some((v) => v.photoId === asked.photoId))
          return (
            <>
              <Heading>重新遮挡凭证</Heading>
              <Says>遮好以后，业主看到的换成新的这一张，原来遮的那一张删掉。</Says>
              <CoverOne
                books={books}
                entryId={asked.entryId ?? ''}
                photoId={asked.photoId ?? ''}
                onDone={(says) => finish(asked.photoId, says)}
              />
            </>
          )
        const one: Waiting | undefined =
          items.find((v) => v.photoId === (photoId ?? asked.photoId)) ??
          items.find((v) => v.entryId === asked.entryId) ??
          items[0]
        if (one === undefined)
          return (
            <>
              {done ? <Says tone="pine">{done.says}</Says> : null}
              <Empty
                says="没有等着遮的凭证了"
                more="付了款拍的凭证，先在这里遮好私人的内容，业主才看得到。"
                act="看每一笔账"
                onAct={() => go('money/entries', { ...books })}
              />
            </>
          )
        const show = (v: Waiting) => {
          setDone(undefined)
          setPhoto(v.photoId)
        }
        // the next one is asked for: nobody taps twice and shows two
        if (done !== undefined)
          return (
            <>
              <Says tone="pine">{done.says}</Says>
              <Others says={`还有 ${items.length} 张等着遮`} items={items} onOpen={show} />
            </>
          )
        const others = items.filter((v) => v.photoId !== one.photoId)
        return (
          <>
            <View className="y-stack">
              <Heading>{one.says}</Heading>
              <Quiet>{`${figures(one.totalFen)} 元，${sayDayShort(one.occurredOn, new Date())}，第 ${one.number} 号`}</Quiet>
            </View>
            <Says>姓名、电话、身份证号、银行卡号要遮住；单位、金额、日期、买了什么不要遮。</Says>
            <CoverOne
              key={one.photoId}
              books={books}
              entryId={one.entryId}
              photoId={one.photoId}
              onDone={(says) => finish(one.photoId, says)}
            />
            <Others says={`还有 ${others.length} 张等着遮`} items={others} onOpen={show} />
          </>
        )
      }}
    </BooksFaces>
  )
}

export default function CoverPage() {
  return (
    <BooksScreen act="entry.mask" title="遮挡凭证" what="遮挡凭证">
      {(books) => <Cover books={books} />}
    </BooksScreen>
  )
}
