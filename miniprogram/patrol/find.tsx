import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { photosEachAtMost, wordsAtMost } from '../../shared/patrol/limits'
import type { FindingOutcome } from '../../shared/patrol/states'
import { findingOutcomeWords } from '../../shared/patrol/words'
import { type Category, categories, categoryWords, emergencyOf } from '../../shared/whistle/categories'
import { back, useParams } from '../kernel/go'
import { PhotoGrid, usePhotos } from '../kernel/photos'
import { choosePhotos } from '../kernel/photos/choose'
import { isBrowser } from '../kernel/platform'
import { Empty, Label, LinkWord, MainButton, PlainButton, Quiet, Says, Screen, TextField } from '../kernel/ui'
import { First } from '../whistle/new/First'
import { Choices } from './find/Choices'
import { type Round, useRounds } from './kept/round'
import { type Found, keepFound, useFound } from './parts/found'
import './parts/patrol.scss'

const isKind = (name: string | undefined): name is Category =>
  (categories as readonly string[]).includes(name ?? '')

function Form({ round, category }: { round: Round; category: Category }) {
  const { found, change, changePhotos, isFromBefore, clear } = useFound(round, category)
  const [wrong, setWrong] = useState<string>()
  const [isFixing, setFixing] = useState(found.after.length > 0)
  const { communityId } = round
  const of = (when: 'before' | 'after'): Parameters<typeof usePhotos>[0] => ({
    communityId,
    keys: found[when],
    change: (next) => changePhotos(when, next),
    most: photosEachAtMost,
  })
  const before = usePhotos(of('before'))
  const after = usePhotos(of('after'))

  // the second of two taps is what becomes of it: the camera opens by itself before
  const isOpened = useRef(isBrowser || found.photos.length > 0 || found.words !== '')
  useEffect(() => {
    if (isOpened.current) return
    isOpened.current = true
    void choosePhotos(1, 'camera').then(({ keys, says }) => {
      if (keys.length > 0) changePhotos('before', (was) => [...was, ...keys])
      setWrong(says)
    })
  })

  const keep = (told: Found, outcome: FindingOutcome) => {
    const fault = keepFound(round, told, outcome)
    setWrong(fault)
    if (fault === undefined) back()
  }
  const fixed = async () => {
    if (found.before.length === 0 || found.after.length > 0) {
      setFixing(true)
      return keep(found, 'fixed')
    }
    setFixing(true)
    const { keys, says } = await choosePhotos(1, 'camera')
    if (keys.length === 0) return setWrong(says ?? '再拍一张处理好以后的照片')
    changePhotos('after', () => keys)
    keep({ ...found, after: keys, photos: [...found.before, ...keys] }, 'fixed')
  }
  const emergency = emergencyOf(found.words, found.category)
  return (
    <Screen
      title={categoryWords[found.category]}
      offline="没有信号，照样记"
      foot={
        <View className="t-foot">
          {wrong ? <Says tone="vermilion">{wrong}</Says> : null}
          <View className="t-foot-main">
            <MainButton tone="vermilion" onTap={() => keep(found, 'whistled')}>
              {findingOutcomeWords.whistled}
            </MainButton>
          </View>
          <PlainButton tone="pine" onTap={() => void fixed()}>
            {found.after.length > 0 ? '处理好了，记下' : '当场改好了'}
          </PlainButton>
          <PlainButton onTap={() => keep(found, 'watched')}>下次再看</PlainButton>
        </View>
      }
    >
      {emergency ? <First emergency={emergency} /> : null}
      {isFromBefore ? (
        <View className="k-row-inside">
          <Quiet>上次没记完的，接着记</Quiet>
          <LinkWord onTap={clear} label="清空，重新记">
            重新记
          </LinkWord>
        </View>
      ) : null}
      <PhotoGrid of={before} add="拍一张" />
      {isFixing || found.after.length > 0 ? (
        <>
          <Label>处理好以后</Label>
          <PhotoGrid of={after} add="拍处理好以后的" />
        </>
      ) : null}
      <TextField
        label="怎么了（有照片可以不写）"
        value={found.words}
        onInput={(words) => {
          setWrong(undefined)
          change({ words })
        }}
        max={wordsAtMost}
        long
      />
      <Choices round={round} found={found} change={change} />
    </Screen>
  )
}

/** A finding in two taps: of what kind it is, which led here, and what becomes of it; a photo in between. */
export default function FindPage() {
  const { roundId, category } = useParams<{ roundId: string; category: string }>()
  const rounds = useRounds()
  const round = rounds.find((r) => r.roundId === roundId && r.finish === undefined)
  if (!round)
    return (
      <Screen title="发现问题">
        <Empty
          says="这一趟已经结束了"
          more="结束以后不能再加。要补的话再走一次，或直接吹哨。"
          act="回去"
          onAct={back}
        />
      </Screen>
    )
  return <Form key={round.roundId} round={round} category={isKind(category) ? category : 'other'} />
}
