import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { lookOutcomeWords } from '../../../shared/patrol/words'
import { categoryWords } from '../../../shared/whistle/categories'
import { stateWords } from '../../../shared/whistle/words'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { addressOf, Picture, showPictures } from '../../kernel/photos'
import {
  Card,
  Chip,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Tap,
  type Tone,
} from '../../kernel/ui'
import { FindingChip } from './FindingRow'
import './patrol.scss'

type Finding = Output<'finding.get'>
type Photo = Finding['photos'][number]

const saysTones: Record<Finding['state'], Tone> = {
  watched: 'sun',
  whistled: 'quiet',
  fixed: 'pine',
  gone: 'pine',
}
const whenWords: Record<Photo['when'], string> = { before: '之前', after: '之后' }

/** Photos in their order; one that has not come says so in its place. */
function Photos({ photos }: { photos: readonly Photo[] }) {
  if (photos.length === 0) return null
  const wholes = photos.flatMap((p) => addressOf(p.whole ?? p.thumb) ?? [])
  return (
    <View className="k-photos">
      {photos.map((photo, i) => {
        const thumb = addressOf(photo.thumb)
        const whole = addressOf(photo.whole ?? photo.thumb)
        const name = `${whenWords[photo.when]}的照片 ${i + 1}`
        const says = photo.arrived ? (thumb ? whenWords[photo.when] : '照片正在处理') : '还没传上来'
        const inside = (
          <>
            {thumb ? <Picture address={thumb} name={name} /> : null}
            <View className="k-photo-state">{says}</View>
          </>
        )
        return whole ? (
          <Tap
            key={photo.photoId}
            className="k-photo"
            label={`看大图：${name}`}
            onTap={() => showPictures(wholes, whole)}
          >
            {inside}
          </Tap>
        ) : (
          <View key={photo.photoId} className="k-photo" ariaLabel={`${name}，${says}`}>
            {inside}
          </View>
        )
      })}
    </View>
  )
}

function Looks({ of, now }: { of: Finding; now: Date }) {
  if (of.looks.length === 0) return null
  return (
    <Card>
      <Heading>后来再看</Heading>
      {of.looks.map((look) => (
        <View key={look.lookId} className="t-group">
          <Row
            left={lookOutcomeWords[look.outcome]}
            quiet={[sayWhen(new Date(look.at), now), look.walker, look.words].filter(Boolean).join(' · ')}
          />
          <Photos photos={look.photos} />
        </View>
      ))}
    </Card>
  )
}

/** A watched one becomes a whistle from here, once. */
function Whistling({ of, onDone }: { of: Finding; onDone: () => void }) {
  const { run, busy, refusal } = useAct('finding.whistle')
  const { communityId, findingId } = of
  if (!of.mayWhistle) return null
  const whistle = async () => {
    if (await run({ communityId, findingId })) onDone()
  }
  return (
    <>
      <MainButton tone="vermilion" busy={busy} onTap={() => void whistle()}>
        吹哨，请人来办
      </MainButton>
      <Refused by={refusal} />
    </>
  )
}

/** What was seen, with its photos, what later looks saw, and the whistle it became. */
export function FindingDetail({
  communityId,
  findingId,
  onChanged,
}: {
  communityId: string
  findingId: string
  onChanged?: () => void
}) {
  const finding = useLoad('finding.get', { communityId, findingId })
  const [done, setDone] = useState(false)
  const now = new Date()
  return (
    <Faces of={finding} lines={4}>
      {(of) => (
        <View className="t-group">
          <View className="t-head">
            <Heading>{of.title}</Heading>
            <FindingChip of={of} />
          </View>
          <Quiet>
            {[of.place, categoryWords[of.category], sayWhen(new Date(of.seenAt), now), of.walker]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
          <Says tone={saysTones[of.state]}>{of.says}</Says>
          {done ? <Says tone="pine">吹出去了，社区会来受理</Says> : null}
          <Photos photos={of.photos} />
          {of.saysPhotos ? <Quiet>{`${of.saysPhotos}，有信号时会接着传`}</Quiet> : null}
          {of.words !== null && of.words !== of.title ? (
            <Text className="t-words" userSelect>
              {of.words}
            </Text>
          ) : null}
          {of.whistle ? (
            <Card
              onTap={() => go('whistle/one', { communityId, whistleId: of.whistle?.whistleId })}
              label={`吹的哨，${of.whistle.says}，打开`}
            >
              <Row
                left="吹的哨"
                quiet={of.whistle.says}
                chip={<Chip tone="quiet">{stateWords[of.whistle.state]}</Chip>}
              />
            </Card>
          ) : null}
          <Looks of={of} now={now} />
          <Whistling
            of={of}
            onDone={() => {
              setDone(true)
              finding.reload()
              onChanged?.()
            }}
          />
          <PlainButton onTap={() => go('patrol/walked', { communityId, roundId: of.roundId })}>
            {`看那一次巡查：${of.plan}`}
          </PlainButton>
        </View>
      )}
    </Faces>
  )
}
