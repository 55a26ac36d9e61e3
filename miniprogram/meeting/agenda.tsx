import { View } from '@tarojs/components'
import { useState } from 'react'
import { itemsAtMost } from '../../shared/meeting/limits'
import { useAct } from '../kernel/act'
import { go, goInstead, useParams } from '../kernel/go'
import {
  Card,
  Chip,
  Empty,
  Faces,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Says,
  Screen,
  Sheet,
} from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { About } from './parts/Agenda'
import { Papers } from './parts/Papers'
import { useMeeting } from './parts/useMeeting'
import type { Item, Meeting } from './parts/words'
import { ItemForm } from './planning/ItemForm'
import '../desk/parts/desk.scss'
import './parts/meeting.scss'

const swap = (items: readonly Item[], i: number, j: number): string[] => {
  const ids = items.map((item) => item.itemId)
  const [one, other] = [ids[i], ids[j]]
  if (one === undefined || other === undefined) return ids
  ids[i] = other
  ids[j] = one
  return ids
}

/** One item and what may be done with it: written anew, moved, taken out. */
function OneItem(props: {
  item: Item
  index: number
  meeting: Meeting
  busy: boolean
  onEdit(): void
  onSwap(with_: number): void
  onDrop(): void
}) {
  const { item, index, meeting } = props
  const { acts, items } = meeting
  return (
    <Card>
      <View className="m-item">
        <View className="m-item-number">{index + 1}</View>
        <View className="m-item-words">
          <View className="m-item-title">{item.title}</View>
          <Quiet>{beside(item.minutes !== null && `${item.minutes} 分钟`, item.words)}</Quiet>
          {item.owners ? (
            <View>
              <Chip tone="sun">业主表决</Chip>
            </View>
          ) : null}
          <About item={item} communityId={meeting.communityId} />
          <Papers papers={item.papers} of={item.title} />
        </View>
      </View>
      <View className="d-acts is-small">
        {acts.includes('changeItem') ? (
          <PlainButton label={`改“${item.title}”`} onTap={props.onEdit}>
            改
          </PlainButton>
        ) : null}
        {acts.includes('orderItems') && index > 0 ? (
          <PlainButton
            label={`“${item.title}”往前挪`}
            disabled={props.busy}
            onTap={() => props.onSwap(index - 1)}
          >
            往前挪
          </PlainButton>
        ) : null}
        {acts.includes('orderItems') && index < items.length - 1 ? (
          <PlainButton
            label={`“${item.title}”往后挪`}
            disabled={props.busy}
            onTap={() => props.onSwap(index + 1)}
          >
            往后挪
          </PlainButton>
        ) : null}
        {acts.includes('dropItem') ? (
          <PlainButton label={`去掉“${item.title}”`} disabled={props.busy} onTap={props.onDrop}>
            去掉
          </PlainButton>
        ) : null}
      </View>
    </Card>
  )
}

/** The agenda as it is made up: items, their order, and how long each takes. */
function Editor({ meeting, reload }: { meeting: Meeting; reload(): void }) {
  const { communityId, meetingId, items, acts } = meeting
  const key = { communityId, meetingId }
  const order = useAct('meeting.orderItems')
  const drop = useAct('meeting.dropItem')
  const [editing, setEditing] = useState<Item | 'new'>()
  const total = items.reduce((sum, i) => sum + (i.minutes ?? 0), 0)
  const put = async (done: Promise<unknown>) => {
    if (await done) reload()
  }
  return (
    <>
      <Quiet>
        {beside(meeting.title, items.length > 0 && `${items.length} 件`, total > 0 && `一共 ${total} 分钟`)}
      </Quiet>
      {total > meeting.minutesLong ? (
        <Says tone="sun">{`议题加起来 ${total} 分钟，比定的 ${meeting.minutesLong} 分钟长。`}</Says>
      ) : null}
      {items.length === 0 ? (
        <Empty says="还没有议题" more="写上要商量的事，请来的人好先想一想。提交上来的哨会自动排进来。" />
      ) : null}
      {items.map((item, i) => (
        <OneItem
          key={item.itemId}
          item={item}
          index={i}
          meeting={meeting}
          busy={order.busy || drop.busy}
          onEdit={() => setEditing(item)}
          onSwap={(j) => void put(order.run({ ...key, itemIds: swap(items, i, j) }))}
          onDrop={() => void put(drop.run({ ...key, itemId: item.itemId }))}
        />
      ))}
      <Refused by={order.refusal ?? drop.refusal} />
      {acts.includes('addItem') && items.length < itemsAtMost ? (
        <PlainButton tone="pine" onTap={() => setEditing('new')}>
          加一个议题
        </PlainButton>
      ) : null}
      <Sheet
        open={editing !== undefined}
        title={editing === 'new' ? '加一个议题' : '改议题'}
        onClose={() => setEditing(undefined)}
      >
        {editing === undefined ? null : (
          <ItemForm
            meeting={meeting}
            item={editing === 'new' ? undefined : editing}
            onSaved={() => {
              setEditing(undefined)
              reload()
            }}
          />
        )}
      </Sheet>
    </>
  )
}

function Page({ communityId, meetingId, isNew }: { communityId: string; meetingId: string; isNew: boolean }) {
  const meeting = useMeeting(communityId, meetingId)
  return (
    <Screen
      title="议题"
      foot={
        isNew ? (
          <MainButton onTap={() => goInstead('meeting/one', { communityId, meetingId })}>
            好了，看这次会议
          </MainButton>
        ) : undefined
      }
    >
      {isNew ? <Says tone="pine">会议排好了。写上议题，再发通知。</Says> : null}
      <Faces of={meeting} lines={3}>
        {(data) => <Editor meeting={data} reload={meeting.reload} />}
      </Faces>
    </Screen>
  )
}

export default function AgendaPage() {
  const { communityId, meetingId, planned } = useParams<{
    communityId: string
    meetingId: string
    planned: string
  }>()
  if (communityId === undefined || meetingId === undefined)
    return (
      <Screen title="议题">
        <Empty says="没有找到这次会议" act="看会议" onAct={() => go('meeting/list')} />
      </Screen>
    )
  return <Page communityId={communityId} meetingId={meetingId} isNew={planned !== undefined} />
}
