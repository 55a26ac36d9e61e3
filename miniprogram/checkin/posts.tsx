import { View } from '@tarojs/components'
import { useState } from 'react'
import { type TaskState, taskStates } from '../../shared/task/states'
import { taskStateWords } from '../../shared/task/words'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { Card, ListFaces, PlainButton, Quiet, Screen, Split, useWide } from '../kernel/ui'
import { TaskDetail } from './parts/TaskDetail'
import { TaskLine } from './parts/TaskLine'
import type { TaskFace } from './parts/words'
import '../desk/parts/desk.scss'
import '../meeting/parts/meeting.scss'

const tabs = taskStates.map((value) => ({ value, label: taskStateWords[value] }))
const empties: Record<TaskState, { says: string; more?: string }> = {
  open: { says: '眼下没有在招人的', more: '设一个岗，或发一个任务，合适的党员会收到消息。' },
  over: { says: '还没有结束的' },
  cancelled: { says: '没有取消的' },
}
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

/** Posts and tasks of a community: who takes them, and the way to their sign-in. */
export default function Posts() {
  const wide = useWide()
  const here = useCommunity('task.list')
  const { communityId } = here
  const asked = useParams<{ taskId: string }>().taskId
  const [state, setState] = useState<TaskState>('open')
  const [openId, setOpenId] = useState(asked)
  const list = useList('task.list', communityId ? { communityId, state } : null)
  const open = (t: TaskFace) => {
    if (wide) setOpenId(t.taskId)
    else go('checkin/task', { communityId: t.communityId, taskId: t.taskId })
  }
  const at = useWalk({ of: list, keyOf: (t) => t.taskId, onOpen: open, on: wide })
  if (communityId === undefined)
    return (
      <Screen title="设岗和任务">
        <NotYours what="设岗" />
      </Screen>
    )
  const now = new Date()
  const shownId = openId ?? list.items[0]?.taskId
  const add = () => go('checkin/post-edit', { communityId })
  const lines = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setOpenId(undefined)
            here.pick(id)
          },
        }}
      />
      <View className="d-acts is-small">
        <PlainButton onTap={add}>设岗、发任务</PlainButton>
        <PlainButton onTap={() => go('checkin/services', { communityId })}>确认服务</PlainButton>
      </View>
      <Segments
        label="看哪些"
        options={tabs}
        value={state}
        onChange={(next) => {
          setState(next)
          setOpenId(undefined)
        }}
      />
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces
        of={list}
        keyOf={(t) => t.taskId}
        lines={4}
        empty={{ ...empties[state], ...(state === 'open' && { act: '设岗、发任务', onAct: add }) }}
      >
        {(t) => (
          <TaskLine
            task={t}
            now={now}
            isOpen={wide && t.taskId === shownId}
            isAt={t.taskId === at}
            onOpen={() => open(t)}
          />
        )}
      </ListFaces>
    </>
  )
  if (!wide) return <Screen title="设岗和任务">{lines}</Screen>
  return (
    <Screen title="设岗和任务" wide>
      <Split
        list={lines}
        detail={
          shownId ? (
            <TaskDetail
              key={shownId}
              communityId={communityId}
              taskId={shownId}
              onChanged={() => {
                setOpenId(shownId)
                list.reload()
              }}
            />
          ) : (
            <Card>
              <Quiet>左边选一个，在这里看谁认领了。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
