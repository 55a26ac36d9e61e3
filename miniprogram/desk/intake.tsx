import { View } from '@tarojs/components'
import { useState } from 'react'
import { photosAtMost, wordsAtMost } from '../../shared/whistle/limits'
import { intakeSources } from '../../shared/whistle/states'
import { sourceWords } from '../../shared/whistle/words'
import { useLoad } from '../kernel/load'
import { useMake } from '../kernel/make'
import { PhotoGrid, usePhotos } from '../kernel/photos'
import { Faces, MainButton, Refused, Screen, Split, TextField, useWide } from '../kernel/ui'
import { type CommunityHere, useCommunity } from './parts/community'
import { IntakeDone } from './parts/IntakeDone'
import { IntakeKind, type Kind, readKind } from './parts/IntakeKind'
import { IntakePlace, type Spot } from './parts/IntakePlace'
import { LikeThis } from './parts/LikeThis'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { Segments } from './parts/Segments'
import { fieldSays } from './parts/saidIn'
import type { Tree } from './parts/treeOf'
import { useRested } from './parts/useFind'
import './parts/desk.scss'
import './parts/whistles.scss'

type IntakeSource = (typeof intakeSources)[number]
const ways = intakeSources.map((value) => ({ value, label: sourceWords[value] }))
const likeAtMost = 200

/** What stays when one after the other is written down. */
interface Kept {
  source: IntakeSource
  compoundId?: string
}

function Form(props: { here: CommunityHere; tree: Tree; kept: Kept; onAgain(kept: Kept): void }) {
  const { tree } = props
  const { communityId } = tree
  const wide = useWide()
  const { make, busy, refusal, outcome, answer } = useMake('whistle.intake')
  const [source, setSource] = useState(props.kept.source)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Kind>({})
  const [spot, setSpot] = useState<Spot>(() => {
    const [only, another] = tree.compounds
    const was = tree.compounds.find((c) => c.compoundId === props.kept.compoundId)
    return { compoundId: (was ?? (another ? undefined : only))?.compoundId, spot: '' }
  })
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [photoKeys, setPhotoKeys] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const photos = usePhotos({ communityId, keys: photoKeys, change: setPhotoKeys, most: photosAtMost })
  const { category, urgency } = readKind(kind, words)
  const { compoundId, buildingId, entranceId } = spot
  const rested = useRested(words).slice(0, likeAtMost)
  const like =
    compoundId !== undefined && (rested !== '' || category !== undefined)
      ? { communityId, compoundId, ...(category && { category }), ...(rested !== '' && { words: rested }) }
      : null

  if (outcome)
    return (
      <IntakeDone
        communityId={communityId}
        made={answer}
        name={name.trim()}
        phone={phone.trim()}
        onAgain={() => props.onAgain({ source, ...(compoundId && { compoundId }) })}
      />
    )

  const said = words.trim()
  const save = async () => {
    setTried(true)
    if (said === '' || !category || !urgency || !compoundId) return
    await make(
      {
        communityId,
        compoundId,
        ...(buildingId && { buildingId }),
        ...(entranceId && { entranceId }),
        ...(spot.spot.trim() !== '' && { spot: spot.spot.trim() }),
        category,
        urgency,
        words: said,
        source,
        ...(name.trim() !== '' && { name: name.trim() }),
        ...(phone.trim() !== '' && { phone: phone.trim() }),
      },
      `${sourceWords[source]}：${said.slice(0, 20)}`,
      photoKeys,
    )
  }
  const likes = <LikeThis of={like} />
  const form = (
    <View className="d-detail">
      <CommunityPick here={props.here} />
      <Segments label="怎么知道的" options={ways} value={source} onChange={(way) => setSource(way)} />
      <TextField
        label="说了什么"
        value={words}
        onInput={setWords}
        long
        max={wordsAtMost}
        placeholder="照对方的话写，比如 三楼水管漏水"
        error={tried && said === '' ? '请写下对方说的话' : fieldSays(refusal, 'words')}
      />
      <IntakeKind
        words={words}
        value={kind}
        onChange={setKind}
        error={tried && !category ? '请选哪一类' : undefined}
      />
      <IntakePlace
        tree={tree}
        value={spot}
        onChange={setSpot}
        error={tried && !compoundId ? '请选小区' : undefined}
        spotError={fieldSays(refusal, 'spot')}
      />
      {!wide && likes}
      <TextField
        label="怎么称呼对方（可以不写）"
        value={name}
        onInput={setName}
        max={30}
        error={fieldSays(refusal, 'name')}
      />
      <TextField
        label="对方的手机号（可以不写）"
        value={phone}
        onInput={setPhone}
        type="number"
        max={11}
        hint="留了电话，办好以后才能打电话问一声"
        error={fieldSays(refusal, 'phone')}
      />
      <View className="k-field">
        <View className="k-label">照片（可以没有）</View>
        <PhotoGrid of={photos} />
      </View>
    </View>
  )
  return (
    <Screen
      title="替居民登记"
      wide
      foot={
        <>
          <Refused by={refusal} />
          <MainButton busy={busy} onTap={() => void save()}>
            登记
          </MainButton>
        </>
      }
    >
      {wide ? <Split list={form} detail={likes} /> : form}
    </Screen>
  )
}

/** What came by telephone, at the counter or in the box, written down for somebody without the app. */
export default function Intake() {
  const here = useCommunity('whistle.intake')
  const { communityId } = here
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  const [round, setRound] = useState(0)
  const [kept, setKept] = useState<Kept>({ source: 'phone' })

  if (communityId === undefined)
    return (
      <Screen title="替居民登记">
        <NotYours what="替居民登记" />
      </Screen>
    )
  if (tree.data === undefined)
    return (
      <Screen title="替居民登记" wide>
        <Faces of={tree} lines={5}>
          {() => null}
        </Faces>
      </Screen>
    )
  return (
    <Form
      key={`${communityId} ${round}`}
      here={here}
      tree={tree.data}
      kept={kept}
      onAgain={(next) => {
        setKept(next)
        setRound((n) => n + 1)
      }}
    />
  )
}
