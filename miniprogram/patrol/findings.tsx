import { useState } from 'react'
import { type FindingState, findingStates } from '../../shared/patrol/states'
import { findingStateWords } from '../../shared/patrol/words'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { ListFaces, Quiet, Screen, Split, useWide } from '../kernel/ui'
import { FindingDetail } from './parts/FindingDetail'
import { FindingRow } from './parts/FindingRow'

type Show = FindingState | 'all'
const shows: readonly { value: Show; label: string }[] = [
  { value: 'all', label: '全部' },
  ...findingStates.map((value) => ({ value, label: findingStateWords[value] })),
]

/** What rounds of a community have found, the last first. */
export default function FindingsPage() {
  const wide = useWide()
  const here = useCommunity('finding.list')
  const { planId } = useParams<{ planId: string }>()
  const { communityId } = here
  const [show, setShow] = useState<Show>('all')
  const [opened, open] = useState<string>()
  const list = useList(
    'finding.list',
    communityId ? { communityId, ...(planId && { planId }), ...(show !== 'all' && { state: show }) } : null,
  )
  if (communityId === undefined)
    return (
      <Screen title="巡查发现">
        <NotYours what="看巡查发现的问题" />
      </Screen>
    )
  const picked = list.items.find((f) => f.findingId === opened) ?? (wide ? list.items[0] : undefined)
  const page = (
    <>
      <CommunityPick here={here} />
      <Segments label="看哪些" options={shows} value={show} onChange={(next) => setShow(next)} />
      <ListFaces
        of={list}
        lines={6}
        keyOf={(f) => f.findingId}
        empty={{ says: '没有这样的发现', more: '巡查时记下的问题，传上来就列在这里。' }}
      >
        {(f) => <FindingRow finding={f} {...(wide && { onOpen: () => open(f.findingId) })} />}
      </ListFaces>
    </>
  )
  return (
    <Screen title="巡查发现" wide>
      {wide ? (
        <Split
          list={page}
          detail={
            picked ? (
              <FindingDetail
                key={picked.findingId}
                communityId={communityId}
                findingId={picked.findingId}
                onChanged={list.reload}
              />
            ) : (
              <Quiet>点一个发现，在这里看。</Quiet>
            )
          }
        />
      ) : (
        page
      )}
    </Screen>
  )
}
