import { useState } from 'react'
import { readPlate } from '../../shared/lease/plate'
import type { SpaceKind } from '../../shared/space/kinds'
import { sayNumber, spaceKindWords } from '../../shared/space/words'
import { useCreate } from '../desk/parts/useCreate'
import { go, goInstead, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { DayField, Empty, Heading, MainButton, Quiet, Refused, Says, TextField, Toggle } from '../kernel/ui'
import { type Books, BooksScreen } from './parts/books'
import { HomePick, type PickedHome } from './parts/HomePick'
import { today } from './parts/sums'
import { PlateField } from './renting/PlateSheet'
import { noTariff, readTariff, TariffFields, type TypedTariff } from './renting/TariffFields'

type Asked = {
  spaceId: string
  number: string
  kind: SpaceKind
  homeId: string
  home: string
  plate: string
  tenant: string
  /** The day after the lease that goes on. */
  from: string
}

/** Whoever is first in the line for a parking space is asked first; the server holds to it. */
function NextInLine({ books, onPick }: { books: Books; onPick(home: PickedHome, plate: string): void }) {
  const waiting = useLoad('lease.waiting', books)
  const first = waiting.data?.items[0]
  const { homeId, who, plate } = first ?? { homeId: null, who: null, plate: null }
  if (!homeId || !who) return null
  return (
    <>
      <Says tone="sun">{`${waiting.data?.total} 户在排队，第一位是 ${who}${plate ? `，${plate}` : ''}。`}</Says>
      <MainButton onTap={() => onPick({ homeId, label: who }, plate ?? '')}>租给第一位</MainButton>
    </>
  )
}

/** A space let to a home and a plate; an advertising spot or a venue to whoever rents it. */
function Let({ books, asked }: { books: Books; asked: Partial<Asked> }) {
  const { spaceId, number, kind = 'parking' } = asked
  const { create, busy, refusal } = useCreate('lease.add')
  const [home, setHome] = useState<PickedHome | undefined>(
    asked.homeId && asked.home ? { homeId: asked.homeId, label: asked.home } : undefined,
  )
  const [plate, setPlate] = useState(asked.plate ?? '')
  const [tenant, setTenant] = useState(asked.tenant ?? '')
  const [from, setFrom] = useState(asked.from ?? today())
  const [ends, setEnds] = useState(kind !== 'parking')
  const [to, setTo] = useState<string>()
  const [isAgreed, setAgreed] = useState(false)
  const [price, setPrice] = useState<TypedTariff>({ ...noTariff, unit: kind === 'parking' ? 'day' : 'year' })
  const [tried, setTried] = useState(false)
  const isParking = kind === 'parking'
  const agreed = readTariff(price)
  const whole =
    (isParking ? home && readPlate(plate) : tenant.trim() !== '') && (!ends || to) && (!isAgreed || agreed)
  if (spaceId === undefined)
    return <Empty says="先选一个位置" act="看停车位" onAct={() => go('money/spaces', { ...books })} />
  const save = async () => {
    setTried(true)
    if (!whole) return
    const made = await create({
      ...books,
      spaceId,
      ...(isParking ? { homeId: home?.homeId, plate } : { tenant: tenant.trim() }),
      from,
      ...(ends && to && { to }),
      ...(isAgreed && agreed && { agreed }),
    })
    if (made) goInstead('money/lease', { ...books, leaseId: made.id })
  }
  return (
    <>
      <Heading>{`${spaceKindWords[kind]} ${sayNumber(number ?? '')}`}</Heading>
      {isParking ? (
        <>
          {home === undefined ? (
            <NextInLine
              books={books}
              onPick={(first, plateOf) => {
                setHome(first)
                setPlate(plateOf)
              }}
            />
          ) : null}
          <HomePick
            books={books}
            value={home}
            onChange={setHome}
            error={tried && home === undefined ? '请选哪一户' : undefined}
          />
          <PlateField value={plate} onInput={setPlate} tried={tried} />
        </>
      ) : (
        <TextField
          label="租给哪个单位"
          value={tenant}
          onInput={setTenant}
          max={40}
          hint="写单位的名字，不写个人"
          error={tried && tenant.trim() === '' ? '请写租用的单位' : undefined}
        />
      )}
      <DayField label="从哪天起" value={from} onChange={setFrom} />
      <Toggle label="写明租到哪天" on={ends} onChange={setEnds} />
      {ends ? (
        <DayField
          label="租到哪天"
          value={to}
          onChange={setTo}
          error={tried && to === undefined ? '请选日期' : undefined}
        />
      ) : null}
      <Toggle label="另外说好价钱" hint="不照这个位置的定价" on={isAgreed} onChange={setAgreed} />
      {isAgreed ? <TariffFields value={price} onChange={setPrice} tried={tried} /> : null}
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void save()}>
        租出去
      </MainButton>
      <Quiet>每月的费用到期自动记上，不满一个月按天算。</Quiet>
    </>
  )
}

export default function LetPage() {
  const asked = useParams<Asked>()
  return (
    <BooksScreen act="lease.add" title="租出去" what="出租车位">
      {(books) => <Let books={books} asked={asked} />}
    </BooksScreen>
  )
}
