import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { hasParts, partsOf } from '../../../shared/lease/find'
import { sayPlate } from '../../../shared/lease/plate'
import { sayNumber, spaceKindWords } from '../../../shared/space/words'
import { useFind } from '../../desk/parts/useFind'
import { useFew } from '../../kernel/few'
import { useList, useLoad } from '../../kernel/load'
import {
  Card,
  Chip,
  Empty,
  Heading,
  ListFaces,
  PlainButton,
  Quiet,
  Row,
  Sheet,
  TextField,
} from '../../kernel/ui'
import { type Books, BooksFaces } from '../parts/books'
import { HomePick } from '../parts/HomePick'
import { figures } from '../parts/sums'

/** Of a lease, or of a home: exactly one. */
export interface Payer {
  leaseId?: string
  homeId?: string
}
type Owing = Output<'charge.arrears'>['items'][number]

const payerOf = ({ leaseId, homeId }: Pick<Owing, 'leaseId' | 'homeId'>): Payer =>
  leaseId === null ? { homeId: homeId ?? undefined } : { leaseId }

function OwingLine({ one, onPick }: { one: Owing; onPick(payer: Payer): void }) {
  const name = one.number === null ? one.who : `${sayNumber(one.number)} ${one.who}`
  return (
    <Row
      left={name}
      quiet={one.plate ? sayPlate(one.plate) : one.number === null ? '住户费用' : undefined}
      chip={<Chip tone="sun">{`欠 ${figures(one.owedFen)}`}</Chip>}
      label={`${name}，欠 ${figures(one.owedFen)} 元，收`}
      onTap={() => onPick(payerOf(one))}
    />
  )
}

/** Those who owe stand first, so that the first tap is on one of them; all others are found by a plate or a number. */
export function Payers({ books, onPick }: { books: Books; onPick(payer: Payer): void }) {
  const { typed, type, find } = useFind()
  const [picking, setPicking] = useState(false)
  const arrears = useLoad('charge.arrears', books)
  const few = useFew(arrears.data?.items ?? [])
  const leases = useList('lease.list', find ? { ...books, find } : null)
  const parts = partsOf(find ?? '')
  const matches = (one: Owing) =>
    [one.number, one.who, one.plate].some((word) => word && hasParts(word, parts))
  const homesOnly = (arrears.data?.items ?? []).filter((one) => one.leaseId === null && matches(one))
  return (
    <>
      <TextField label="找一个" value={typed} onInput={type} max={20} placeholder="车位号、车牌或房号" />
      {find === undefined ? (
        <BooksFaces of={arrears} books={books} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty says="没有欠着的" more="要预收，写车位号、车牌或房号找到他。" />
            ) : (
              <Card>
                <Heading>{`${items.length} 笔等着收`}</Heading>
                {few.shown.map((one) => (
                  <OwingLine key={one.leaseId ?? one.homeId} one={one} onPick={onPick} />
                ))}
                {few.more}
              </Card>
            )
          }
        </BooksFaces>
      ) : (
        <>
          {homesOnly.length > 0 ? (
            <Card>
              {homesOnly.map((one) => (
                <OwingLine key={one.homeId} one={one} onPick={onPick} />
              ))}
            </Card>
          ) : null}
          <ListFaces
            of={leases}
            keyOf={(l) => l.leaseId}
            empty={{
              says: `租用里没有“${find}”`,
              more: '可以写车位号、车牌或房号的一部分。没有租用的，按房号找。',
              act: '按房号找一户',
              onAct: () => setPicking(true),
            }}
          >
            {(l) => (
              <Row
                left={`${spaceKindWords[l.kind]} ${sayNumber(l.number)} ${l.who}`}
                quiet={l.plate ? sayPlate(l.plate) : undefined}
                chip={
                  <Chip tone={l.owedFen > 0 ? 'sun' : 'pine'}>
                    {l.owedFen > 0 ? `欠 ${figures(l.owedFen)}` : '不欠'}
                  </Chip>
                }
                label={`${sayNumber(l.number)}，${l.who}，收`}
                onTap={() => onPick({ leaseId: l.leaseId })}
              />
            )}
          </ListFaces>
        </>
      )}
      {find !== undefined && leases.state === 'ready' && leases.items.length === 0 ? null : (
        <View className="d-acts is-small">
          <PlainButton onTap={() => setPicking(true)}>按房号找一户</PlainButton>
        </View>
      )}
      <Sheet open={picking} title="按房号找一户" onClose={() => setPicking(false)}>
        <Quiet>收住户的费用，或先预收。</Quiet>
        <HomePick
          books={books}
          value={undefined}
          onChange={(home) => home && onPick({ homeId: home.homeId })}
        />
      </Sheet>
    </>
  )
}
