import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { sayCount } from '../desk/parts/says'
import { useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, ListFaces, MainButton, Quiet, Row, Says, Screen } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { Buildings } from './parts/Buildings'
import { Loads, saySpread } from './parts/Loads'
import { Proposal } from './parts/Proposal'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const views = [
  { value: 'buildings', label: '按楼看' },
  { value: 'members', label: '按人看' },
  { value: 'proposal', label: '安排方案' },
] as const
type Shown = (typeof views)[number]['value']

/** Who looks after how many, the lightest first. */
function Members({ communityId }: { communityId: string }) {
  const list = useList('care.members', { communityId })
  return (
    <ListFaces
      of={list}
      keyOf={(m) => m.checkinId}
      lines={4}
      empty={{ says: '还没有可以包户的党员', more: '受理报到，或登记无职党员以后，列在这里。' }}
    >
      {(m) => (
        <Row
          left={m.name}
          quiet={beside(
            m.building ?? '没有选住户',
            m.onCommittee && '业委会',
            m.visits > 0 && `走访 ${m.visits} 次`,
          )}
          right={`${m.homes} 户`}
        />
      )}
    </ListFaces>
  )
}

/** Homes that somebody looks after, by building; who carries how many; and a proposal for the rest. */
export default function Coverage() {
  const here = useCommunity('care.buildings')
  const { communityId } = here
  const asked = useParams<{ view: Shown }>().view
  const [view, setView] = useState<Shown>(() => views.find((v) => v.value === asked)?.value ?? 'buildings')
  const [note, setNote] = useState<string>()
  const coverage = useLoad('care.buildings', communityId ? { communityId } : null)
  if (communityId === undefined)
    return (
      <Screen title="包户">
        <NotYours what="看包户" />
      </Screen>
    )
  const total = coverage.data?.total
  const alone = total ? total.homes - total.covered : 0
  const offers = view === 'buildings' && alone > 0
  return (
    <Screen
      title="包户"
      wide
      foot={
        offers ? (
          <MainButton onTap={() => setView('proposal')}>{`给 ${sayCount(alone)} 户安排人`}</MainButton>
        ) : undefined
      }
    >
      <CommunityPick here={here} />
      <Segments label="怎么看" options={views} value={view} onChange={(next) => setView(next)} />
      {note ? <Says tone="pine">{note}</Says> : null}
      {view === 'members' ? <Members communityId={communityId} /> : null}
      {view === 'proposal' ? (
        <Proposal
          communityId={communityId}
          onDone={(says) => {
            setNote(says)
            setView('buildings')
            coverage.reload()
          }}
        />
      ) : null}
      {view === 'buildings' ? (
        <Faces
          of={coverage}
          lines={4}
          isEmpty={(data) => data.items.length === 0}
          empty={{ says: '还没有住户', more: '先导入住户名册，再安排谁照看哪几户。' }}
        >
          {(data) => (
            <>
              <Card>
                <View className="d-headline">
                  <Heading>{`${sayCount(data.total.covered)} / ${sayCount(data.total.homes)} 户有人管`}</Heading>
                  {alone > 0 ? (
                    <Chip tone="vermilion">{`还差 ${sayCount(alone)} 户`}</Chip>
                  ) : (
                    <Chip tone="pine">都有人管</Chip>
                  )}
                </View>
                <Quiet>
                  {beside(
                    `${sayCount(data.total.members)} 位党员`,
                    `今年去过 ${sayCount(data.total.visited)} 户`,
                    data.total.empty > 0 && `${sayCount(data.total.empty)} 户空着`,
                  )}
                </Quiet>
              </Card>
              {data.loads.length > 0 ? (
                <Card>
                  <View className="d-headline">
                    <Heading>每人包几户</Heading>
                    <Quiet>{saySpread(data.loads)}</Quiet>
                  </View>
                  <Loads loads={data.loads} />
                </Card>
              ) : null}
              <Buildings communityId={communityId} items={data.items} />
            </>
          )}
        </Faces>
      ) : null}
    </Screen>
  )
}
