import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { sayWhen } from '../../shared/kernel/time'
import type { Verdict } from '../../shared/media/states'
import { showPictures } from '../kernel/photos'
import {
  Empty,
  Faces,
  LinkWord,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Says,
  Screen,
  Skeleton,
  Tap,
  useWide,
} from '../kernel/ui'
import { type CommunityHere, useCommunity } from './parts/community'
import { Keys } from './parts/Keys'
import { asLoaded } from './parts/ListTable'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { sayCount } from './parts/says'
import { useKeys } from './parts/useKeys'
import { type PhotoToCheck, usePhotoQueue } from './parts/usePhotoQueue'
import './parts/desk.scss'
import './photos.scss'

const verdictWords: Record<Verdict, string> = { release: '可以公开', withhold: '不公开' }
const addressOf = (address: string): string => (address.startsWith('/') ? SHAODAO_API + address : address)

function Picture({ photo, onAgain }: { photo: PhotoToCheck; onAgain(): void }) {
  const [broken, setBroken] = useState(false)
  const address = photo.whole ?? photo.thumb
  if (address === null || broken)
    return (
      <View className="d-photo is-none">
        <Quiet>{broken ? '这张照片现在打不开' : '这张照片正在处理'}</Quiet>
        <PlainButton onTap={onAgain}>再取一次</PlainButton>
      </View>
    )
  const url = addressOf(address)
  return (
    <Tap className="d-photo" label="等着看的照片，放大看" onTap={() => showPictures([url], url)}>
      <Image className="d-photo-picture" mode="aspectFit" src={url} onError={() => setBroken(true)} />
    </Tap>
  )
}

function Checking({ here, communityId }: { here: CommunityHere; communityId: string }) {
  const wide = useWide()
  const queue = usePhotoQueue(communityId)
  const { list, photo, last } = queue
  const [fetched, setFetched] = useState(0)

  useKeys(
    {
      a: () => void queue.decide('release'),
      r: () => void queue.decide('withhold'),
      s: queue.skip,
      u: () => void queue.takeBack(),
    },
    wide,
  )
  const foot = photo && (
    <>
      <MainButton busy={queue.busy} onTap={() => void queue.decide('release')}>
        {verdictWords.release}
      </MainButton>
      <PlainButton disabled={queue.busy} onTap={() => void queue.decide('withhold')}>
        {verdictWords.withhold}
      </PlainButton>
      {queue.waiting > 1 && <PlainButton onTap={queue.skip}>先放一放</PlainButton>}
    </>
  )
  const again = () => {
    setFetched((n) => n + 1)
    list.reload()
  }
  return (
    <Screen title="审核照片" wide foot={foot}>
      <CommunityPick here={here} />
      {queue.note && <Says tone="sun">{queue.note}</Says>}
      {last && (
        <View className="d-photo-last">
          <Says tone="pine">{`刚才那张：${verdictWords[last.verdict]}`}</Says>
          <LinkWord onTap={() => void queue.takeBack()}>
            {last.verdict === 'release' ? '改成不公开' : '改成可以公开'}
          </LinkWord>
        </View>
      )}
      <Refused by={queue.refusal} />
      <Faces of={asLoaded(list)} lines={3}>
        {() =>
          photo ? (
            <>
              <Quiet>
                {`还有 ${sayCount(queue.waiting)} 张等着看。这一张 ${sayWhen(new Date(photo.openedAt), new Date())} 传来。`}
              </Quiet>
              <Picture key={`${photo.photoId} ${fetched}`} photo={photo} onAgain={again} />
              <Quiet>看得出是谁、谁家门牌、车牌或证件的，不公开；办这件事的人照样看得到。</Quiet>
            </>
          ) : list.done ? (
            <Empty
              says={last || list.items.length > 0 ? '都看完了' : '没有等着看的照片'}
              more="居民和承办单位传来的照片，先在这里看过，邻居才看得到。"
              act="看看有没有新的"
              onAct={again}
            />
          ) : (
            <Skeleton lines={2} />
          )
        }
      </Faces>
      {wide && photo && (
        <Keys
          words={[
            ['a', verdictWords.release],
            ['r', verdictWords.withhold],
            ['s', '先放一放'],
            ['u', '刚才那张改过来'],
          ]}
        />
      )}
    </Screen>
  )
}

/** The checking queue: a worker looks at each before neighbours do. */
export default function Photos() {
  const here = useCommunity('media.check')
  const { communityId } = here
  return communityId === undefined ? (
    <Screen title="审核照片">
      <NotYours what="审核照片" />
    </Screen>
  ) : (
    <Checking key={communityId} here={here} communityId={communityId} />
  )
}
