import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { sayWhen } from '../../shared/kernel/time'
import { useOnline } from '../kernel/network'
import { addressHere, howFar, Picture, photosHere, useRoom } from '../kernel/photos'
import { useQueue, type Waiting } from '../kernel/queue'
import { useStore } from '../kernel/store'
import { Card, Chip, Empty, MainButton, PlainButton, Progress, Quiet, Row, Says, Screen } from '../kernel/ui'
import { useRounds } from '../patrol/kept/round'
import { sayWaits } from '../patrol/kept/words'

/** The photos of one that waits: small pictures, and how many have gone. */
function PhotosOf({ photos }: { photos: readonly string[] }) {
  const here = useStore(photosHere)
  const how = useStore(howFar)
  const sent = photos.filter((key) => here[key]?.sent).length
  const at = photos.findIndex((key) => {
    const now = how[key]
    return now !== undefined && 'percent' in now
  })
  const now = at === -1 ? undefined : how[photos[at] ?? '']
  const percent = now && 'percent' in now ? now.percent : 0
  return (
    <>
      <View className="k-photos k-photos-small">
        {photos.map((key, i) => {
          const address = addressHere(key)
          return (
            <View className="k-photo" key={key}>
              {address ? <Picture address={address} name={`第 ${i + 1} 张照片`} /> : null}
            </View>
          )
        })}
      </View>
      {at === -1 ? (
        <Quiet>{`${photos.length} 张照片，${sent === 0 ? '还没传' : `已传 ${sent} 张`}`}</Quiet>
      ) : (
        <Progress
          done={sent + percent / 100}
          of={photos.length}
          says={`正在传第 ${at + 1} 张照片，共 ${photos.length} 张，${percent}%`}
        />
      )}
    </>
  )
}

function Item({ waiting: w, queue }: { waiting: Waiting; queue: ReturnType<typeof useQueue> }) {
  const now = new Date()
  // what is left of it gets less while its photos go
  useStore(photosHere)
  const round = useRounds().find((r) => r.roundId === w.id)
  const left = round && sayWaits(round)
  const drop = async () => {
    // a whole round is much to lose by one tap
    const answer = round
      ? await Taro.showModal({
          title: '删掉这一趟？',
          content: '没传上去的打卡、发现和照片会一起删掉，找不回来',
          confirmText: '删掉',
        })
      : { confirm: true }
    if (answer.confirm) queue.drop(w.id)
  }
  return (
    <Card>
      <Row
        left={w.label}
        quiet={`${sayWhen(new Date(w.madeAt), now)} 填的`}
        chip={w.refusal ? <Chip tone="vermilion">没办成</Chip> : <Chip tone="sun">待传</Chip>}
      />
      {left ? <Quiet>{left}</Quiet> : null}
      {w.photos && w.photos.length > 0 ? <PhotosOf photos={w.photos} /> : null}
      {w.refusal ? (
        <>
          <Says tone="vermilion">{w.refusal}</Says>
          {w.refusedPhoto ? (
            <PlainButton onTap={() => void queue.sendWithoutPhoto(w.id)}>不要这张照片，发出去</PlainButton>
          ) : null}
          <PlainButton onTap={() => void queue.sendAgain(w.id)}>再发一次</PlainButton>
        </>
      ) : null}
      <PlainButton tone="vermilion" onTap={() => void drop()} label={`不要了，删掉${w.label}`}>
        不要了，删掉
      </PlainButton>
    </Card>
  )
}

export default function QueuePage() {
  const queue = useQueue()
  const { items, sending, send, stop } = queue
  const isOnline = useOnline()
  const room = useRoom()
  const canSend = items.some((w) => w.refusal === undefined)
  return (
    <Screen
      title="待传的内容"
      foot={
        canSend && sending ? (
          <PlainButton onTap={stop}>先停下</PlainButton>
        ) : canSend ? (
          <MainButton onTap={() => void send()}>现在发</MainButton>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <Empty says="都发出去了" more="没有信号时填的东西，会先存在这台手机上，列在这里。" />
      ) : null}
      {items.length > 0 ? (
        <Quiet>
          {isOnline ? '按先后一条一条发，每条只发一次。' : '现在没有信号，连上后自动发，每条只发一次。'}
        </Quiet>
      ) : null}
      {items.map((w) => (
        <Item key={w.id} waiting={w} queue={queue} />
      ))}
      {room?.short ? <Says tone="sun">{room.says}</Says> : null}
      {room && !room.short ? <Quiet>{room.says}</Quiet> : null}
    </Screen>
  )
}
