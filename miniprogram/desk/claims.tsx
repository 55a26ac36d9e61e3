import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { type ClaimState, claimStates } from '../../shared/claim/states'
import { claimStateWords } from '../../shared/claim/words'
import { tieKindWords } from '../../shared/home/words'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import {
  Card,
  Chip,
  type Column,
  Heading,
  ListFaces,
  Quiet,
  Says,
  Screen,
  Sheet,
  Split,
  useWide,
} from '../kernel/ui'
import { type Claim, ClaimDetail } from './parts/ClaimDetail'
import { useCommunity } from './parts/community'
import { Keys } from './parts/Keys'
import { ListTable } from './parts/ListTable'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { Segments } from './parts/Segments'
import { isLate, sayAt, sayName, sayWaiting } from './parts/says'
import './parts/desk.scss'

const tabs = claimStates.map((value) => ({ value, label: claimStateWords[value] }))

const emptyWords: Record<ClaimState, { says: string; more?: string }> = {
  submitted: { says: '没有等待核实的申请', more: '居民认领住户以后，会出现在这里。' },
  accepted: { says: '还没有通过的申请' },
  rejected: { says: '没有不通过的申请' },
  withdrawn: { says: '没有撤回的申请' },
}

/** What is shown of when: how long it waits, or when it was decided. */
function Since({ claim }: { claim: Claim }) {
  const now = new Date()
  if (claim.state === 'submitted')
    return (
      <Chip tone={isLate(claim.submittedAt, now) ? 'vermilion' : 'sun'}>
        {sayWaiting(claim.submittedAt, now)}
      </Chip>
    )
  return (
    <Chip tone={claim.state === 'accepted' ? 'pine' : 'quiet'}>
      {claim.decidedAt === null ? claimStateWords[claim.state] : sayAt(claim.decidedAt, now)}
    </Chip>
  )
}

const columns: readonly Column<Claim>[] = [
  { key: 'home', title: '哪一户', render: (c) => `${c.label}`, sort: (c) => `${c.compound} ${c.label}` },
  {
    key: 'who',
    title: '谁说的',
    render: (c) => `${sayName(c.name)} · ${tieKindWords[c.kind]}`,
    sort: (c) => sayName(c.name),
  },
  {
    key: 'since',
    title: '等了多久',
    render: (c) => <Since claim={c} />,
    sort: (c) => Date.parse(c.submittedAt),
  },
]

export default function Claims() {
  const wide = useWide()
  const here = useCommunity('claim.list')
  const asked = useParams<{ claimId: string }>().claimId
  const [state, setState] = useState<ClaimState>('submitted')
  const [openId, setOpenId] = useState(asked)
  // what was settled a moment ago leaves the list at once, before the server is asked again
  const [settled, setSettled] = useState<readonly string[]>([])
  const [note, setNote] = useState<{ tone: 'pine' | 'sun'; says: string }>()
  const read = useList('claim.list', here.communityId ? { communityId: here.communityId, state } : null)
  const items = state === 'submitted' ? read.items.filter((c) => !settled.includes(c.claimId)) : read.items
  const list = { ...read, items }
  const open = items.find((c) => c.claimId === openId) ?? (wide ? items[0] : undefined)
  const { reload } = read

  const leave = useCallback(
    (claimId: string, tone: 'pine' | 'sun', says: string) => {
      setSettled((was) => [...was, claimId])
      setOpenId(undefined)
      setNote({ tone, says })
      reload()
    },
    [reload],
  )

  if (here.communityId === undefined)
    return (
      <Screen title="认领申请">
        <NotYours what="核实认领" />
      </Screen>
    )

  const detail = open && (
    <ClaimDetail
      key={open.claimId}
      claim={open}
      keys={wide}
      onSettled={(says) => leave(open.claimId, 'pine', says)}
      onStale={(says) => leave(open.claimId, 'sun', says)}
    />
  )
  const head = (
    <>
      <CommunityPick here={here} />
      <Segments
        label="看哪些申请"
        options={tabs}
        value={state}
        onChange={(next) => {
          setState(next)
          setOpenId(undefined)
          setNote(undefined)
        }}
      />
      {note && <Says tone={note.tone}>{note.says}</Says>}
    </>
  )
  const empty = emptyWords[state]

  if (wide)
    return (
      <Screen title="认领申请" wide>
        <Split
          list={
            <>
              {head}
              <Keys
                words={[
                  ['j', '下一行'],
                  ['k', '上一行'],
                  ['回车', '打开'],
                  ['a', '通过'],
                  ['r', '不通过'],
                  ['/', '查找'],
                ]}
              />
              <ListTable
                of={list}
                empty={empty}
                columns={columns}
                rowKey={(c) => c.claimId}
                onOpen={(c) => setOpenId(c.claimId)}
                selected={open?.claimId}
                find={(c) => `${sayName(c.name)} ${c.label} ${c.compound}`}
                label="认领申请"
              />
            </>
          }
          detail={detail ?? <Quiet>左边选一份申请，在这里办理。</Quiet>}
        />
      </Screen>
    )
  return (
    <Screen title="认领申请">
      {head}
      <ListFaces of={list} empty={empty} keyOf={(c) => c.claimId}>
        {(c) => (
          <Card
            onTap={() => setOpenId(c.claimId)}
            label={`${sayName(c.name)}，${c.label} 的${tieKindWords[c.kind]}，打开办理`}
          >
            <View className="d-headline">
              <Heading>{c.label}</Heading>
              <Since claim={c} />
            </View>
            <View>
              <View>{`${sayName(c.name)} 说自己是${tieKindWords[c.kind]}`}</View>
              <Quiet>{c.compound}</Quiet>
            </View>
          </Card>
        )}
      </ListFaces>
      <Sheet open={detail !== undefined} title="这份申请" onClose={() => setOpenId(undefined)}>
        {detail}
      </Sheet>
    </Screen>
  )
}
