import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, MainButton, PlainButton, Quiet, Refused, Row, Sheet } from '../../kernel/ui'
import { beside, sayJoined, sayState, toneOf } from '../../whistle/parts/words'
import { sayCount } from './says'
import { Ticks } from './Ticks'
import './desk.scss'

type Incident = Output<'incident.get'>
type On = Incident['on'][number]

const shownAtOnce = 20
const under = (w: On, now: Date): string =>
  beside(w.place, sayWhen(new Date(w.submittedAt), now), sayJoined(w.joined))
const asOptions = (whistles: readonly On[], now: Date) =>
  whistles.map((w) => ({ value: w.whistleId, label: w.title, hint: under(w, now) }))

interface Doing {
  incident: Incident
  onDone(says: string): void
}

/** Open ones of the same place, kind and time: very likely the same thing. */
export function IncidentCandidates({ incident, onDone }: Doing) {
  const { communityId, incidentId, alone, candidates } = incident
  const add = useAct('incident.add')
  const [chosen, choose] = useState<readonly string[]>([])
  const now = new Date()
  if (alone === null || alone.length === 0) return null
  const shown = alone.slice(0, shownAtOnce)
  const ids = shown.map((w) => w.whistleId)
  const picked = chosen.filter((id) => ids.includes(id))
  const isAll = picked.length === ids.length
  const send = async () => {
    const answer = await add.run({ communityId, incidentId, whistleIds: [...picked] })
    if (!answer) return
    choose([])
    onDone(`${sayCount(answer.added)} 件加进来了，报的人已经告诉`)
  }
  return (
    <Card>
      <Heading>{`可能是同一件事：${sayCount(candidates ?? alone.length)} 件`}</Heading>
      <Quiet>同一个小区、同一类、这段时间里报来的。选上就一起办、一起答复。</Quiet>
      <Ticks label="选哪些" options={asOptions(shown, now)} value={picked} onChange={choose} />
      <Refused by={add.refusal} />
      <View className="d-acts">
        <MainButton busy={add.busy} disabled={picked.length === 0} onTap={() => void send()}>
          {picked.length === 0 ? '先选上' : `把 ${picked.length} 件加进来`}
        </MainButton>
        <PlainButton onTap={() => choose(isAll ? [] : ids)}>{isAll ? '都不选' : '全选'}</PlainButton>
      </View>
    </Card>
  )
}

/** Those that turned out to be something else. */
function TakeOut({ incident, onDone, onClose }: Doing & { onClose(): void }) {
  const { communityId, incidentId, on } = incident
  const remove = useAct('incident.remove')
  const [chosen, choose] = useState<readonly string[]>([])
  const send = async () => {
    const answer = await remove.run({ communityId, incidentId, whistleIds: [...chosen] })
    if (answer) onDone(`${sayCount(answer.removed)} 件移出去了，各办各的`)
  }
  return (
    <View className="d-detail">
      <Ticks label="哪些不是这件事" options={asOptions(on, new Date())} value={chosen} onChange={choose} />
      <Refused by={remove.refusal} />
      <View className="d-acts">
        <MainButton busy={remove.busy} disabled={chosen.length === 0} onTap={() => void send()}>
          {chosen.length === 0 ? '先选上' : `移出 ${chosen.length} 件`}
        </MainButton>
        <PlainButton onTap={onClose}>不移了</PlainButton>
      </View>
    </View>
  )
}

/** The whistles on it, each on its own way to its end. */
export function IncidentOn({ incident, mayRemove, onDone }: Doing & { mayRemove: boolean }) {
  const { communityId, on, whistles } = incident
  const [most, setMost] = useState(shownAtOnce)
  const [taking, setTaking] = useState(false)
  const now = new Date()
  const leave = () => setTaking(false)
  return (
    <Card>
      <Heading>{whistles === 0 ? '还没有哨' : `这件事的哨：${sayCount(whistles)} 件`}</Heading>
      {on.slice(0, most).map((w) => (
        <Row
          key={w.whistleId}
          left={w.title}
          quiet={under(w, now)}
          chip={<Chip tone={toneOf(w.state, false)}>{sayState(w.state, false)}</Chip>}
          label={[w.title, under(w, now), sayState(w.state, false), '打开'].join('，')}
          onTap={() => go('whistle/one', { communityId, whistleId: w.whistleId })}
        />
      ))}
      {on.length > most && <PlainButton onTap={() => setMost(most + shownAtOnce)}>再看一些</PlainButton>}
      {whistles > on.length && on.length <= most && on.length > 0 && (
        <Quiet>{`这里只列最近的 ${sayCount(on.length)} 件。`}</Quiet>
      )}
      {mayRemove && on.length > 0 && (
        <PlainButton onTap={() => setTaking(true)}>有几件不是这件事…</PlainButton>
      )}
      <Sheet open={taking} title="移出去" onClose={leave}>
        {taking && (
          <TakeOut
            incident={incident}
            onClose={leave}
            onDone={(says) => {
              leave()
              onDone(says)
            }}
          />
        )}
      </Sheet>
    </Card>
  )
}
