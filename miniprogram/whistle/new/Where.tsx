import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Picked, Picker } from '../../dwelling/Picker'
import { openLevel, type Spot } from '../../dwelling/where'
import { isBrowser } from '../../kernel/device'
import type { Me } from '../../kernel/session'
import { Label, MainButton, PlainButton, Row, Says, Sheet, TextField } from '../../kernel/ui'
import { Phrases } from './Phrases'
import { isSettled, type Place, placesOfMine } from './place'
import type { Report } from './report'
import { spots } from './words'

const asks = { community: '在哪个社区' } as const

/** Buildings in which I live, one tap away. */
function Mine({ me, onPick }: { me: Me; onPick: (place: Place) => void }) {
  const mine = placesOfMine(me)
  if (mine.length === 0) return null
  return (
    <View>
      {mine.map((home) => (
        <Row
          key={home.buildingId}
          left="我家这栋"
          quiet={home.called}
          label={`我家这栋，${home.called}`}
          onTap={() => onPick(home)}
        />
      ))}
    </View>
  )
}

/** A pin on WeChat's map; whoever does not allow it picks the building, which is always possible. */
function OnMap({ pin, change }: { pin: Report['pin']; change: (changes: Partial<Report>) => void }) {
  const [says, say] = useState<string>()
  if (isBrowser) return null
  const choose = async () => {
    say(undefined)
    try {
      const { latitude, longitude, name, address } = await Taro.chooseLocation({})
      change({ pin: { lat: latitude, lng: longitude, name: name || address || '地图上的一点' } })
    } catch (reason) {
      const told = (reason as { errMsg?: string } | undefined)?.errMsg ?? ''
      if (!/cancel/.test(told)) say('没有允许看位置，不要紧：选了楼栋，一样找得到')
    }
  }
  return (
    <>
      {pin ? (
        <Row
          left={`地图上：${pin.name}`}
          right="去掉"
          label={`地图上的位置 ${pin.name}，去掉`}
          onTap={() => change({ pin: undefined })}
        />
      ) : (
        <PlainButton onTap={() => void choose()}>在地图上指一下</PlainButton>
      )}
      {says ? <Says>{says}</Says> : null}
    </>
  )
}

/** Building and entrance first, then a few words for the spot. */
export function Where({
  open,
  onClose,
  me,
  place,
  report,
  change,
}: {
  open: boolean
  onClose: () => void
  me: Me
  place: Place | undefined
  report: Report
  change: (changes: Partial<Report>) => void
}) {
  const pick = (next: Place) => {
    const isElsewhere = next.compoundId !== place?.compoundId
    change({ place: next, ...(isElsewhere ? { pin: undefined } : {}) })
  }
  // the picker goes on to homes; a whistle stops at the entrance
  const pickSpot = (next: Spot) =>
    pick(next.entranceId === null ? { ...next, entrance: undefined } : { ...next, homeId: undefined })
  const settled = isSettled(place)
  return (
    <Sheet open={open} title="在哪" onClose={onClose}>
      {place ? <Picked spot={place} onChange={pickSpot} /> : null}
      {settled ? (
        <>
          <Label>具体是哪儿</Label>
          <Phrases
            label="具体是哪儿"
            words={spots}
            chosen={report.spot}
            onChoose={(spot) => change({ spot: spot === report.spot ? '' : spot })}
          />
          <TextField
            label="自己写（可以不写）"
            hint="比如 二楼到三楼之间"
            value={report.spot}
            onInput={(spot) => change({ spot })}
            max={40}
          />
          <OnMap pin={report.pin} change={change} />
          <MainButton onTap={onClose}>好了</MainButton>
        </>
      ) : (
        <>
          <Mine me={me} onPick={pick} />
          <Picker spot={place ?? {}} onChange={pickSpot} asks={asks} noEntrance="不在单元里，或不清楚" />
          {place && openLevel(place) === 'building' ? (
            <PlainButton onTap={() => pick({ ...place, wholeCompound: true })}>
              不在哪一栋，是小区里的地方
            </PlainButton>
          ) : null}
        </>
      )}
    </Sheet>
  )
}
