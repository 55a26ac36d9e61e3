import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SpaceKind, spaceKinds } from '../../shared/space/kinds'
import { sayTariff, spaceKindWords } from '../../shared/space/words'
import { Segments } from '../desk/parts/Segments'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Empty, Label, MainButton, PlainButton, Quiet, Row, Says, Split, useWide } from '../kernel/ui'
import { sayDayShort } from '../whistle/parts/words'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { LeaseDetail } from './parts/LeaseDetail'
import { AddSpaces } from './renting/AddSpaces'
import { GroundSays, GroundSheet } from './renting/Ground'
import { Counts, type Space, SpaceGrid } from './renting/SpaceGrid'
import { SpaceSheet } from './renting/SpaceSheet'
import { TariffSheet } from './renting/TariffSheet'

const emptyWords: Record<SpaceKind, string> = {
  parking: '还没有登记停车位',
  advert: '还没有登记广告位',
  venue: '还没有登记场地',
}

type Doing = { what: 'add' } | { what: 'tariff'; of: Space | 'visitors' } | { what: 'ground' }

function SpacesOf({ books, name }: { books: Books; name?: string }) {
  const wide = useWide()
  const { can } = useMe()
  const asked = useParams<{ kind: SpaceKind }>()
  const [kind, setKind] = useState<SpaceKind>(() => spaceKinds.find((k) => k === asked.kind) ?? 'parking')
  const spaces = useLoad('space.list', { ...books, kind })
  const [openId, setOpenId] = useState<string>()
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    spaces.reload()
  }
  const mayLet = can('lease.add', books)
  return (
    <BooksFaces of={spaces} books={books} lines={4}>
      {(data) => {
        const opened = data.items.find((s) => s.spaceId === openId)
        const { ground } = data
        const list = (
          <>
            {name ? <Quiet>{name}</Quiet> : null}
            <Segments
              label="哪一种"
              options={spaceKinds.map((value) => ({ value, label: spaceKindWords[value] }))}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setOpenId(undefined)
              }}
            />
            {note ? <Says tone="pine">{note}</Says> : null}
            {kind === 'parking' ? (
              <GroundSays
                books={books}
                ground={ground}
                maySet={can('space.setGround', books)}
                onSet={() => setDoing({ what: 'ground' })}
              />
            ) : null}
            {data.items.length === 0 ? (
              <Empty
                says={emptyWords[kind]}
                more="登记以后，哪个空着、哪个有人用，大家都看得到。"
                {...(data.mayChange && {
                  act: `登记${spaceKindWords[kind]}`,
                  onAct: () => setDoing({ what: 'add' }),
                })}
              />
            ) : (
              <Card>
                <Counts data={data} kind={kind} />
                <SpaceGrid items={data.items} openId={openId} onOpen={(s) => setOpenId(s.spaceId)} />
                <Quiet>
                  {data.mayChange || mayLet
                    ? '虚线是空着的，黄的还欠着，欠多少写在格子里。'
                    : '虚线是空着的。谁家租的，别人看不到。'}
                </Quiet>
              </Card>
            )}
            {kind === 'parking' && data.visitors ? (
              <Card>
                <Row
                  left="临时停车"
                  quiet={`从 ${sayDayShort(data.visitors.from, new Date())} 起`}
                  right={<View className="y-amount">{sayTariff(data.visitors.unit, data.visitors.fen)}</View>}
                />
              </Card>
            ) : null}
            <View className="d-acts is-small">
              {kind === 'parking' && can('lease.waiting', books) ? (
                <PlainButton onTap={() => go('money/waiting', { ...books })}>
                  {data.counts.waiting > 0 ? `看排队的 ${data.counts.waiting} 户` : '排队等车位'}
                </PlainButton>
              ) : null}
              {can('lease.list', books) ? (
                <PlainButton onTap={() => go('money/leases', { ...books, kind })}>租用名单</PlainButton>
              ) : null}
              {data.mayChange ? (
                <>
                  <PlainButton
                    onTap={() => setDoing({ what: 'add' })}
                  >{`登记${spaceKindWords[kind]}`}</PlainButton>
                  {kind === 'parking' ? (
                    <PlainButton onTap={() => setDoing({ what: 'tariff', of: 'visitors' })}>
                      定临时停车价
                    </PlainButton>
                  ) : null}
                </>
              ) : null}
            </View>
          </>
        )
        const setPrice = (of: Space) => setDoing({ what: 'tariff', of })
        const one = opened ? (
          <SpaceSheet
            key={opened.spaceId}
            books={books}
            space={opened}
            mayChange={data.mayChange}
            mayLet={mayLet}
            isBeside={wide}
            onPrice={() => setPrice(opened)}
            onDone={done}
            onClose={() => setOpenId(undefined)}
          >
            {wide && opened.lease && can('lease.get', books) ? (
              <LeaseDetail books={books} leaseId={opened.lease.leaseId} onChanged={spaces.reload} />
            ) : null}
          </SpaceSheet>
        ) : null
        return (
          <>
            {wide ? (
              <Split
                list={list}
                detail={
                  one ?? (
                    <Card>
                      <Label>选一个位置</Label>
                      <Quiet>点一格，在这里看价钱和租用。</Quiet>
                    </Card>
                  )
                }
              />
            ) : (
              <>
                {list}
                {one}
              </>
            )}
            {can('receipt.take', books) && !wide ? (
              <MainButton onTap={() => go('money/take', { ...books })}>收款</MainButton>
            ) : null}
            {doing?.what === 'add' ? (
              <AddSpaces
                books={books}
                kind={kind}
                founded={kind !== 'parking' || ground !== null}
                onDone={done}
                onClose={close}
              />
            ) : null}
            {doing?.what === 'tariff' ? (
              <TariffSheet books={books} of={doing.of} onDone={done} onClose={close} />
            ) : null}
            {doing?.what === 'ground' ? <GroundSheet books={books} onDone={done} onClose={close} /> : null}
          </>
        )
      }}
    </BooksFaces>
  )
}

/** What of the common property is let: a grid of spaces, free and let. */
export default function SpacesPage() {
  return (
    <BooksScreen act="space.list" title="停车位和广告位" what="看停车位" wide>
      {(books, name) => <SpacesOf books={books} name={name} />}
    </BooksScreen>
  )
}
