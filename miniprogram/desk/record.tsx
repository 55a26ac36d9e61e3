import { View } from '@tarojs/components'
import { useState } from 'react'
import { subjectKinds } from '../../shared/record/actions'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import {
  Card,
  type Column,
  Heading,
  ListFaces,
  PlainButton,
  Quiet,
  Row,
  Screen,
  Sheet,
  Split,
  useWide,
} from '../kernel/ui'
import { useCommunity } from './parts/community'
import { ListTable } from './parts/ListTable'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { changesOf, type RecordEntry } from './parts/recordWords'
import { Short } from './parts/Short'
import { sayAt } from './parts/says'
import './parts/desk.scss'

const kindWords: Record<string, string> = subjectKinds
const sayChanges = (e: RecordEntry) =>
  changesOf(e, new Date())
    .map((c) => `${c.name}：${c.says}`)
    .join('，')

const columns: readonly Column<RecordEntry>[] = [
  {
    key: 'at',
    title: '什么时候',
    render: (e) => <Short>{sayAt(e.at, new Date())}</Short>,
    sort: (e) => e.at,
  },
  { key: 'actor', title: '谁', render: (e) => e.actor, sort: (e) => e.actor },
  { key: 'says', title: '做了什么', render: (e) => e.says, sort: (e) => e.says },
]

/** One entry with what it changed. */
function Entry({ entry, onSubject }: { entry: RecordEntry; onSubject?(): void }) {
  const changes = changesOf(entry, new Date())
  return (
    <View className="d-detail">
      <View>
        <Heading>{entry.says}</Heading>
        <Quiet>{`${entry.actor} · ${sayAt(entry.at, new Date())}`}</Quiet>
      </View>
      <Card>
        <Row left="关于" right={kindWords[entry.subject] ?? entry.subject} />
        {changes.map((c) => (
          <Row key={c.name} left={c.name} right={c.says} />
        ))}
        {changes.length === 0 && <Quiet>没有别的改动。</Quiet>}
      </Card>
      <Quiet>记录写下以后不能改，也不能删。里面不写姓名和手机号。</Quiet>
      {onSubject && <PlainButton onTap={onSubject}>只看关于它的记录</PlainButton>}
    </View>
  )
}

export default function OfficialRecord() {
  const wide = useWide()
  const here = useCommunity('record.list')
  const { communityId } = here
  const { subjectId, title } = useParams<{ subjectId: string; title: string }>()
  const list = useList('record.list', communityId ? { communityId, subjectId } : null)
  const [openId, setOpenId] = useState<string>()
  const open = list.items.find((e) => e.entryId === openId) ?? (wide ? list.items[0] : undefined)

  if (communityId === undefined)
    return (
      <Screen title="办事记录">
        <NotYours what="看办事记录" />
      </Screen>
    )
  const empty = { says: '还没有记录', more: '谁在什么时候办了什么，都会写在这里。' }
  const head = subjectId ? (
    <Quiet>{title ? `只看“${title}”的记录` : '只看一件事的记录'}</Quiet>
  ) : (
    <CommunityPick here={here} />
  )
  const detail = open && (
    <Entry
      key={open.entryId}
      entry={open}
      onSubject={
        subjectId
          ? undefined
          : () =>
              go('desk/record', {
                communityId,
                subjectId: open.subjectId,
                title: kindWords[open.subject] ?? open.subject,
              })
      }
    />
  )
  if (wide)
    return (
      <Screen title="办事记录" wide>
        <Split
          list={
            <>
              {head}
              <ListTable
                of={list}
                empty={empty}
                columns={columns}
                rowKey={(e) => e.entryId}
                onOpen={(e) => setOpenId(e.entryId)}
                selected={open?.entryId}
                find={(e) => `${e.actor} ${e.says}`}
                label="办事记录"
              />
            </>
          }
          detail={detail}
        />
      </Screen>
    )
  return (
    <Screen title="办事记录">
      {head}
      <ListFaces of={list} empty={empty} keyOf={(e) => e.entryId}>
        {(e) => (
          <Row
            left={e.says}
            quiet={
              <>
                <View>{`${sayAt(e.at, new Date())} · ${e.actor}`}</View>
                <View>{sayChanges(e)}</View>
              </>
            }
            onTap={() => setOpenId(e.entryId)}
          />
        )}
      </ListFaces>
      <Sheet open={open !== undefined} title="这条记录" onClose={() => setOpenId(undefined)}>
        {detail}
      </Sheet>
    </Screen>
  )
}
