import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayDay } from '../../shared/kernel/time'
import { sayNumber } from '../../shared/slip/number'
import { type SlipStand, slipStands } from '../../shared/slip/states'
import { CodeSheet } from '../desk/parts/CodeSheet'
import { asLoaded } from '../desk/parts/ListTable'
import { NotYours } from '../desk/parts/NotYours'
import { call } from '../kernel/api'
import { isBrowser } from '../kernel/device'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { asSaid, type Said } from '../kernel/refused'
import { Faces, MainButton, PlainButton, Progress, Refused, Screen } from '../kernel/ui'
import { useUnit } from './parts/unit'

type Slip = Output<'slip.get'>

/** Each with its QR code, fetched one after the other and kept while more are shown. */
function usePapers(unitId: string, slipIds: readonly string[]) {
  const [papers, setPapers] = useState<readonly Slip[]>([])
  const [error, setError] = useState<Said>()
  const wanted = slipIds.join()
  useEffect(() => {
    let isLeft = false
    const fetchAll = async () => {
      const got: Slip[] = []
      for (const slipId of wanted === '' ? [] : wanted.split(',')) {
        try {
          got.push(await call('slip.get', { unitId, slipId }))
        } catch (reason) {
          if (!isLeft) setError(asSaid(reason))
          return
        }
        if (isLeft) return
        setPapers([...got])
      }
    }
    setPapers([])
    setError(undefined)
    void fetchAll()
    return () => {
      isLeft = true
    }
  }, [unitId, wanted])
  return { papers, error }
}

function Sheet({ unitId, unit, stand }: { unitId: string; unit: string; stand: SlipStand }) {
  const list = useList('slip.list', { unitId, stand })
  const { papers, error } = usePapers(
    unitId,
    list.items.map((s) => s.slipId),
  )
  return (
    <Faces
      of={asLoaded(list)}
      lines={4}
      isEmpty={(items) => items.length === 0}
      empty={{ says: '没有要打印的报到单', more: '还没交给社区的，才要打印。' }}
    >
      {(items) => (
        <>
          {papers.length < items.length && !error ? (
            <Progress
              done={papers.length}
              of={items.length}
              says={`准备好了 ${papers.length} / ${items.length} 张`}
            />
          ) : null}
          <Refused by={error} />
          <CodeSheet
            items={papers.map((s) => ({
              name: s.name,
              link: s.link,
              svg: s.svg,
              more: sayNumber(s.number),
              says: `${sayDay(s.expires)}前到住的社区报到`,
            }))}
            under={unit}
            help={`${unit}的报到单，一人一张，剪下来发给本人。`}
            says="微信扫一扫，或把号码填进小程序"
          />
          {list.done ? null : (
            <PlainButton onTap={list.more} busy={list.loadingMore}>
              再加 20 张
            </PlainButton>
          )}
        </>
      )}
    </Faces>
  )
}

/** Slips to print, cut and hand over, each with its number and QR code. */
export default function Slips() {
  const here = useUnit()
  const asked = useParams<{ stand: SlipStand }>().stand
  const stand = slipStands.find((s) => s === asked) ?? 'waiting'
  const { unit } = here
  if (unit === undefined)
    return (
      <Screen title="打印报到单">
        <Faces of={here.list} isEmpty={() => true} empty={{ says: '还没有请你当联络员的单位' }}>
          {() => <NotYours what="打印报到单" />}
        </Faces>
      </Screen>
    )
  return (
    <Screen
      title="打印报到单"
      wide
      foot={isBrowser ? <MainButton onTap={() => window.print()}>打印</MainButton> : undefined}
    >
      <Sheet unitId={unit.unitId} unit={unit.name} stand={stand} />
    </Screen>
  )
}
