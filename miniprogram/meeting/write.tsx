import { View } from '@tarojs/components'
import { useState } from 'react'
import { Tags } from '../desk/parts/Tags'
import { go, useParams } from '../kernel/go'
import { newId } from '../kernel/ids'
import { useLoad } from '../kernel/load'
import { useOnline } from '../kernel/network'
import { Empty, Faces, MainButton, PlainButton, Quiet, Says, Screen, Split, useWide } from '../kernel/ui'
import { useMeeting } from './parts/useMeeting'
import type { Meeting } from './parts/words'
import { decisionsOf, type Leaf, leavesOf, waitsIn } from './writing/book'
import { Decisions } from './writing/Decisions'
import { LeafForm } from './writing/LeafForm'
import { Leaves } from './writing/Leaves'
import { hintFor, placeAfter, promptsOf, usualOf } from './writing/prompts'
import { type Notebook, useNotebook } from './writing/useNotebook'
import './parts/meeting.scss'
import './writing/writing.scss'

/** Where what was written stands: on this phone, on its way, or all of it on the server. */
function Standing({ notebook }: { notebook: Notebook }) {
  const isOnline = useOnline()
  const { book, full } = notebook
  const count = waitsIn(book)
  if (full)
    return (
      <Says tone="vermilion">
        这台手机存不下了，再写可能会丢。请先别关，等有信号传上去，或删掉手机里别的东西。
      </Says>
    )
  if (book.refusal)
    return (
      <>
        <Says tone="vermilion">{book.refusal}</Says>
        <PlainButton onTap={notebook.forgetMoves}>知道了，再看看会议</PlainButton>
      </>
    )
  if (count === 0) return <Quiet>写的都传上去了，会一边写一边自动存。</Quiet>
  return isOnline ? (
    <Quiet>{`${count} 条存在手机里，正在传……`}</Quiet>
  ) : (
    <Says tone="sun">{`没有信号，${count} 条存在这台手机里，关掉也不会丢，有信号时自动传上去。`}</Says>
  )
}

function Writing({ meeting }: { meeting: Meeting }) {
  const { communityId, meetingId, kind, items } = meeting
  const key = { communityId, meetingId }
  const wide = useWide()
  const minutes = useLoad('minutes.get', key)
  const notebook = useNotebook({ ...key, title: meeting.title }, minutes)
  const [openId, setOpenId] = useState<string>()
  const entries = minutes.data?.entries ?? []
  const leaves = leavesOf(notebook.book, entries)
  const rows = [...leaves, ...promptsOf(items, leaves)].sort((a, b) => a.place - b.place)
  const usual = usualOf(kind, rows)
  const open = rows.find((row) => row.itemId === openId) ?? (wide ? rows[0] : undefined)
  const next = rows[rows.findIndex((row) => row.itemId === open?.itemId) + 1]
  const add = (title: string) => {
    const blank = { words: '', restricted: '', revision: 0, waits: true }
    const leaf: Leaf = { ...blank, itemId: newId(), place: placeAfter(rows), title }
    notebook.write(leaf)
    setOpenId(leaf.itemId)
  }
  const form = (leaf: Leaf) => (
    <LeafForm
      key={leaf.itemId}
      leaf={leaf}
      hint={hintFor(kind, leaf.title, items)}
      notebook={notebook}
      next={next}
      onNext={() => setOpenId(next?.itemId)}
      onClose={wide ? undefined : () => setOpenId(undefined)}
    />
  )
  const isOut = minutes.data && (minutes.data.state === 'signed' || minutes.data.state === 'published')
  if (isOut)
    return (
      <Empty
        says={minutes.data?.state === 'published' ? '纪要已经公布，不能再改' : '已经有人签字，不能再改'}
        more="要改先退回，公布以后只能加更正说明。"
        act="看纪要"
        onAct={() => go('meeting/minutes', key)}
      />
    )
  const list = (
    <>
      <Standing notebook={notebook} />
      <Leaves
        rows={rows}
        openId={open?.itemId}
        inline={wide ? undefined : form}
        onOpen={(row) => setOpenId(row.itemId)}
      />
      {usual.length > 0 ? (
        <View className="k-field">
          <View className="k-label">常用的提纲</View>
          <Tags label="常用的提纲" words={usual.map((t) => t.title)} onPick={add} />
        </View>
      ) : null}
      <PlainButton onTap={() => add('')}>另记一条</PlainButton>
    </>
  )
  const decisions = (
    <Decisions
      meeting={meeting}
      notebook={notebook}
      decisions={decisionsOf(notebook.book, minutes.data?.resolutions ?? [])}
    />
  )
  const tail = (
    <View className="m-stack">
      <Quiet>写的只有社区、召集人、主持人和记录人看得到，请大家核对以后到会的人才看得到。</Quiet>
      <PlainButton onTap={() => go('meeting/minutes', key)}>写好了，看整份纪要</PlainButton>
    </View>
  )
  if (!wide)
    return (
      <>
        {list}
        {decisions}
        {tail}
      </>
    )
  return (
    <Split
      list={
        <>
          {list}
          {tail}
        </>
      }
      detail={
        <>
          {open ? form(open) : <Quiet>左边选一条来写，或另记一条。</Quiet>}
          {decisions}
        </>
      }
    />
  )
}

/** Minutes while people speak: item by item, kept on this phone with every stroke. */
function Page({ communityId, meetingId }: { communityId: string; meetingId: string }) {
  const meeting = useMeeting(communityId, meetingId)
  const data = meeting.data
  return (
    <Screen
      title={data ? `记：${data.title}` : '记纪要'}
      wide
      foot={
        data && !data.keeps ? (
          <MainButton onTap={() => go('meeting/one', { communityId, meetingId })}>回到会议</MainButton>
        ) : undefined
      }
    >
      <Faces of={meeting} lines={4}>
        {(now) =>
          now.keeps ? (
            <Writing meeting={now} />
          ) : (
            <Empty says="纪要由记录人来写" more="写好以后，到会的人可以核对，公布以后大家都能看。" />
          )
        }
      </Faces>
    </Screen>
  )
}

export default function Write() {
  const { communityId, meetingId } = useParams<{ communityId: string; meetingId: string }>()
  if (communityId === undefined || meetingId === undefined)
    return (
      <Screen title="记纪要">
        <Empty says="没有找到这次会议" act="看会议" onAct={() => go('meeting/list')} />
      </Screen>
    )
  return <Page key={meetingId} communityId={communityId} meetingId={meetingId} />
}
