import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ServiceState, serviceStates } from '../../shared/service/states'
import { serviceStateWords } from '../../shared/service/words'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { lineId, useWalk } from '../desk/parts/useWalk'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { Card, Chip, ListFaces, PlainButton, Quiet, Says, Screen, Split, Tap, useWide } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { ServiceDetail } from './parts/ServiceDetail'
import { WriteService } from './parts/WriteService'
import { type Service, sayCounted, sayCut, saySpanOf, toneOfService } from './parts/words'
import '../desk/parts/desk.scss'
import '../desk/parts/whistles.scss'
import './parts/checkin.scss'

const order = ['out', 'in', 'confirmed', 'refused'] as const satisfies readonly ServiceState[]
const tabs = order.map((value) => ({ value, label: serviceStateWords[value] }))
const everything = serviceStates.map((value) => ({ value, label: serviceStateWords[value] }))
const empties: Partial<Record<ServiceState, { says: string; more?: string }>> = {
  out: { says: '没有等确认的服务', more: '签退以后，会排在这里等你确认。' },
  in: { says: '现在没有人在服务' },
}
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

function Line(props: { of: Service; now: Date; isOpen: boolean; isAt: boolean; onOpen(): void }) {
  const { of, now } = props
  const { minutes } = of
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(of.serviceId)}
    >
      <Tap
        className="d-line-open"
        label={`${of.name}，${of.task ?? '代记'}，${saySpanOf(of.inAt, of.outAt, now)}，打开`}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{beside(of.name, of.task)}</View>
          <View>{saySpanOf(of.inAt, of.outAt, now)}</View>
          {minutes ? <Quiet>{beside(sayCounted(minutes), ...sayCut(minutes))}</Quiet> : null}
        </View>
        <View className="d-line-due">
          <Chip tone={of.state === 'out' ? 'vermilion' : toneOfService(of.state)}>
            {of.long && of.state === 'out' ? '超过 12 小时' : serviceStateWords[of.state]}
          </Chip>
        </View>
      </Tap>
    </View>
  )
}

/** Service that waits for the worker's word: the hours, with what was cut out and why. */
export default function Services() {
  const wide = useWide()
  const here = useCommunity('service.list')
  const { communityId } = here
  const { checkinId, name } = useParams<{ checkinId: string; name: string }>()
  const [state, setState] = useState<ServiceState>(checkinId ? 'confirmed' : 'out')
  const [openId, setOpenId] = useState<string>()
  const [writes, setWrites] = useState(false)
  const [note, setNote] = useState<string>()
  const list = useList(
    'service.list',
    communityId ? { communityId, state, ...(checkinId && { checkinId }) } : null,
  )
  const at = useWalk({
    of: list,
    keyOf: (s) => s.serviceId,
    onOpen: (s) => setOpenId(s.serviceId),
    on: wide,
  })
  if (communityId === undefined)
    return (
      <Screen title="确认服务">
        <NotYours what="确认服务" />
      </Screen>
    )
  const now = new Date()
  const open = list.items.find((s) => s.serviceId === openId) ?? (wide ? list.items[0] : undefined)
  const done = (says: string) => {
    setOpenId(undefined)
    setWrites(false)
    setNote(says)
    list.reload()
  }
  const detail = open && <ServiceDetail key={open.serviceId} service={open} onDone={done} />
  const lines = (
    <>
      {checkinId ? <Quiet>{`只看${name ?? '这一位'}的`}</Quiet> : <CommunityPick here={here} />}
      <View className="d-acts is-small">
        <PlainButton onTap={() => setWrites(true)}>代记一次服务</PlainButton>
      </View>
      <Segments
        label="看哪些"
        options={checkinId ? everything : tabs}
        value={state}
        onChange={(next) => {
          setState(next)
          setOpenId(undefined)
          setNote(undefined)
        }}
      />
      {note ? <Says tone="pine">{note}</Says> : null}
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces
        of={list}
        keyOf={(s) => s.serviceId}
        lines={4}
        empty={empties[state] ?? { says: `没有“${serviceStateWords[state]}”的` }}
      >
        {(s) => (
          <Line
            of={s}
            now={now}
            isOpen={wide && s.serviceId === open?.serviceId}
            isAt={s.serviceId === at}
            onOpen={() => setOpenId(s.serviceId)}
          />
        )}
      </ListFaces>
      {writes ? (
        <WriteService
          communityId={communityId}
          member={checkinId && name ? { checkinId, name } : undefined}
          onClose={() => setWrites(false)}
          onDone={done}
        />
      ) : null}
    </>
  )
  if (wide)
    return (
      <Screen title="确认服务" wide>
        <Split
          list={lines}
          detail={
            detail ?? (
              <Card>
                <Quiet>左边选一次服务，在这里确认。</Quiet>
              </Card>
            )
          }
        />
      </Screen>
    )
  if (detail)
    return (
      <Screen title="这一次服务">
        <View className="d-acts is-small">
          <PlainButton onTap={() => setOpenId(undefined)}>回到列表</PlainButton>
        </View>
        {detail}
      </Screen>
    )
  return <Screen title="确认服务">{lines}</Screen>
}
