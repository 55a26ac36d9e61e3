import { View } from '@tarojs/components'
import { useState } from 'react'
import { categoryWords } from '../../shared/whistle/categories'
import { photosAtMost, wordsAtMost } from '../../shared/whistle/limits'
import { whistleRefusals } from '../../shared/whistle/words'
import { useParams } from '../kernel/go'
import { useMake } from '../kernel/make'
import { dropPhotos, PhotoGrid, usePhotos } from '../kernel/photos'
import { Refusal } from '../kernel/refused'
import { type Me, useMe } from '../kernel/session'
import { LinkWord, MainButton, Quiet, Says, Screen, Skeleton, TextField } from '../kernel/ui'
import { Choices } from './new/Choices'
import { First } from './new/First'
import { Phrases } from './new/Phrases'
import { isKnownIn, isSettled, placeByDefault, placeFrom, useNamed } from './new/place'
import { draftName, inputOf, judge, labelOf, useReport } from './new/report'
import { SameThing } from './new/SameThing'
import { Kept, Sent } from './new/Sent'
import { useSimilar } from './new/useSimilar'
import { Where } from './new/Where'
import { phrases } from './new/words'
import './new/new.scss'

const isPhrase = (words: string) => words === '' || (phrases as readonly string[]).includes(words)

function Form({ me }: { me: Me }) {
  const params = useParams()
  const { report, change, changePhotos, isFromBefore, clear } = useReport(placeFrom(params))
  const place = useNamed(report.place ?? placeByDefault(me))
  const settled = isSettled(place)
  const judged = judge(report)
  const { make, busy, refusal, clear: forgive, outcome, answer } = useMake('whistle.submit', draftName)
  const [asksWhere, askWhere] = useState(false)
  const [missing, setMissing] = useState<string>()

  const { communityId, compoundId } = settled ? place : {}
  const isKnown = communityId === undefined || isKnownIn(me, communityId)
  const photos = usePhotos({
    communityId: isKnown ? communityId : undefined,
    keys: report.photos,
    change: changePhotos,
    most: photosAtMost,
  })
  const similar = useSimilar({
    communityId,
    compoundId,
    category: judged.category,
    words: report.words,
    enough: report.words.trim().length > 1 || report.category !== undefined,
  })
  const write = (words: string) => {
    setMissing(undefined)
    forgive()
    change({ words })
  }
  const whistle = async () => {
    if (report.words.trim() === '' && report.photos.length === 0)
      return setMissing(whistleRefusals.nothing_said.says)
    setMissing(undefined)
    if (!settled) return askWhere(true)
    const label = labelOf(report, place, categoryWords[judged.category])
    await make(inputOf(report, place, judged), label, report.photos)
  }

  if (outcome === 'made' && answer && communityId)
    return <Sent sent={answer} communityId={communityId} emergency={judged.emergency} />
  if (outcome) return <Kept photos={report.photos.length} emergency={judged.emergency} />

  const fields = refusal instanceof Refusal ? refusal.fields : undefined
  const wrong = missing ?? (fields ? undefined : refusal?.message)
  return (
    <Screen
      title="吹哨"
      foot={
        <>
          {wrong ? (
            <View className="foot-says">
              <Says tone="vermilion">{wrong}</Says>
            </View>
          ) : null}
          <MainButton tone="vermilion" onTap={() => void whistle()} busy={busy}>
            吹哨
          </MainButton>
        </>
      }
    >
      {judged.emergency ? <First emergency={judged.emergency} /> : null}
      {isFromBefore ? (
        <View className="from-before">
          <Quiet>上次没发出去的，接着写</Quiet>
          <LinkWord onTap={clear} label="清空，重新写">
            重新写
          </LinkWord>
        </View>
      ) : null}
      {isKnown || report.photos.length > 0 ? (
        <PhotoGrid of={photos} />
      ) : (
        <Quiet>认领了这里的家，才能传照片。先写几个字，一样能吹哨。</Quiet>
      )}
      <TextField
        label="怎么了"
        hint="说清楚在哪、怎么了就行"
        value={report.words}
        onInput={write}
        max={wordsAtMost}
        long
        error={fields?.words}
      />
      {isPhrase(report.words) ? (
        <Phrases label="常见的" words={phrases} chosen={report.words} onChoose={write} />
      ) : null}
      <Choices place={place} report={report} judged={judged} change={change} onWhere={() => askWhere(true)} />
      <SameThing
        items={similar}
        anonymous={report.anonymous}
        onJoined={() => {
          dropPhotos(report.photos)
          clear()
        }}
      />
      <Where
        open={asksWhere}
        onClose={() => askWhere(false)}
        me={me}
        place={place}
        report={report}
        change={change}
      />
    </Screen>
  )
}

export default function NewWhistle() {
  const { me } = useMe()
  return me ? (
    <Form key={me.personId} me={me} />
  ) : (
    <Screen title="吹哨">
      <Skeleton lines={4} />
    </Screen>
  )
}
