import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { TieKind } from '../../shared/home/contract'
import { isBrowser } from '../kernel/device'
import { go, useParams } from '../kernel/go'
import { useMake } from '../kernel/make'
import { Refusal } from '../kernel/refused'
import { reloadMe, useMe } from '../kernel/session'
import {
  Card,
  Choice,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Says,
  Screen,
  TextField,
} from '../kernel/ui'
import { Picked, Picker } from './Picker'
import { scanWall } from './scanCode'
import { type Spot, spotFrom, spotOf } from './where'
import './claim.scss'

const kinds: readonly { value: TieKind; label: string; hint: string }[] = [
  { value: 'owner', label: '我是业主', hint: '房子是我的，或我家的' },
  { value: 'tenant', label: '我是租户', hint: '房子是租的' },
]

function Done({ queued, home }: { queued: boolean; home: string }) {
  return (
    <Screen title="认领我的家" foot={<MainButton onTap={() => go('home/index')}>回首页</MainButton>}>
      <Card>
        <Heading>{queued ? '先记下了' : '交上去了'}</Heading>
        <View>
          {queued
            ? `现在没有信号，${home} 的申请存在这台手机上，有信号时自动发出去，只发一次。`
            : `${home} 的申请已经交给楼栋长和网格员。核实以后，“消息”里会告诉你。`}
        </View>
      </Card>
      {queued ? <PlainButton onTap={() => go('account/queue')}>看看待传的内容</PlainButton> : null}
    </Screen>
  )
}

function Scan({ onSpot }: { onSpot: (spot: Spot) => void }) {
  const [said, say] = useState<string>()
  if (isBrowser) return null
  const scan = async () => {
    const scanned = await scanWall()
    if (!scanned) return
    if ('spot' in scanned) onSpot(spotOf(scanned.spot))
    else say(scanned.says)
  }
  return (
    <>
      <PlainButton onTap={scan}>扫楼门口的二维码，省得选</PlainButton>
      {said ? <Says tone="vermilion">{said}</Says> : null}
    </>
  )
}

export default function Claim() {
  const params = useParams()
  const { me } = useMe()
  const [spot, setSpot] = useState<Spot>(() => spotFrom(params))
  const [kind, setKind] = useState<TieKind>()
  const [name, setName] = useState(me?.name ?? '')
  const [words, setWords] = useState('')
  const [kindMissing, setKindMissing] = useState(false)
  const { make, busy, refusal, clear, outcome } = useMake('claim.submit')
  const fields = refusal instanceof Refusal ? refusal.fields : undefined

  useEffect(() => {
    if (outcome === 'made') void reloadMe()
  }, [outcome])

  const change = (next: Spot) => {
    clear()
    setSpot(next)
  }
  const { communityId, homeId } = spot
  const home = `${spot.compound ?? ''} ${spot.home ?? ''}`.trim()
  const submit = async () => {
    if (!kind) return setKindMissing(true)
    if (!communityId || !homeId) return
    const more = words.trim()
    await make(
      { communityId, homeId, kind, name: name.trim(), ...(more ? { words: more } : {}) },
      `认领 ${home}`,
    )
  }

  if (outcome) return <Done queued={outcome === 'queued'} home={home} />
  if (!homeId) {
    return (
      <Screen title="认领我的家">
        {spot.communityId ? null : <Scan onSpot={change} />}
        <Picked spot={spot} onChange={change} />
        <Picker spot={spot} onChange={change} />
      </Screen>
    )
  }
  return (
    <Screen
      title="认领我的家"
      foot={
        <MainButton onTap={submit} busy={busy}>
          交上去
        </MainButton>
      }
    >
      <Card>
        <View>
          <Heading>{home}</Heading>
          <Quiet>{spot.community}</Quiet>
        </View>
        <PlainButton onTap={() => change({ ...spot, homeId: undefined, home: undefined })}>
          不是这一户，重选
        </PlainButton>
      </Card>
      <Choice
        label="你是"
        options={kinds}
        value={kind}
        onChange={(k) => {
          setKind(k)
          setKindMissing(false)
        }}
        error={kindMissing ? '请选一个' : fields?.kind}
      />
      <TextField
        label="怎么称呼你"
        hint="只给核实的人看，比如 王阿姨"
        value={name}
        onInput={setName}
        max={30}
        error={fields?.name}
      />
      <TextField
        label="想说明的（可以不写）"
        hint="比如 去年 8 月从老张家租的"
        value={words}
        onInput={setWords}
        max={200}
        long
        error={fields?.words}
      />
      {refusal && !fields ? <Refused by={refusal} /> : null}
      <Quiet>谁住在哪一户，别的邻居看不到。</Quiet>
    </Screen>
  )
}
