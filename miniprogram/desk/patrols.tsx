import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { planKindWords } from '../../shared/patrol/words'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, type Column, Faces, PlainButton, Row, Screen, Split, Table, useWide } from '../kernel/ui'
import { sayDate } from '../patrol/kept/words'
import { useCommunity } from './parts/community'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { PlanDetail } from './patrol/PlanDetail'
import './parts/desk.scss'

type Plan = Output<'patrol.plans'>['items'][number]

const sayLast = (plan: Plan, today: string): string =>
  plan.lastWalked === null ? '还没走过' : `上次 ${sayDate(plan.lastWalked, today)}`

const columns = (today: string): readonly Column<Plan>[] => [
  { key: 'name', title: '巡查', render: (p) => p.version.name, sort: (p) => p.version.name },
  { key: 'where', title: '哪里', render: (p) => p.where, sort: (p) => p.where },
  { key: 'rhythm', title: '多久一次', render: (p) => p.version.saysRhythm },
  { key: 'stops', title: '几个点', render: (p) => p.checkpoints, sort: (p) => p.checkpoints },
  {
    key: 'last',
    title: '上次走',
    render: (p) => (p.lastWalked === null ? '还没走过' : sayDate(p.lastWalked, today)),
    sort: (p) => p.lastWalked ?? '',
  },
]

/** Plans of a community, and of the property companies that look after its compounds. */
export default function Patrols() {
  const wide = useWide()
  const here = useCommunity('patrol.plans')
  const asked = useParams<{ planId: string }>().planId
  const [picked, pick] = useState(asked)
  const { communityId } = here
  const plans = useLoad('patrol.plans', communityId ? { communityId } : null)
  const today = dayOf(new Date())

  if (communityId === undefined)
    return (
      <Screen title="巡查安排">
        <NotYours what="看巡查安排" />
      </Screen>
    )
  if (!wide && asked !== undefined)
    return (
      <Screen title="巡查安排">
        <PlanDetail communityId={communityId} planId={asked} />
      </Screen>
    )
  const add = (kind: string) => go('desk/patrol-edit', { communityId, kind })
  const mayAdd = plans.data?.mayAdd ?? []
  const acts = mayAdd.length > 0 && (
    <View className="d-acts">
      {mayAdd.map((kind) => (
        <PlainButton key={kind} onTap={() => add(kind)}>{`安排${planKindWords[kind]}`}</PlainButton>
      ))}
    </View>
  )
  const list = (
    <>
      <CommunityPick here={here} />
      <Faces
        of={plans}
        lines={4}
        isEmpty={(data) => data.items.length === 0}
        empty={{ says: '还没有安排巡查', more: '定好巡查点、多久一次、谁去走，网格员的手机上就有了。' }}
      >
        {({ items }) =>
          wide ? (
            <Table
              columns={columns(today)}
              rows={items}
              rowKey={(p) => p.planId}
              onOpen={(p) => pick(p.planId)}
              selected={picked ?? items[0]?.planId}
              find={(p) => `${p.version.name} ${p.where}`}
              label="巡查安排"
            />
          ) : (
            <Card>
              {items.map((p) => (
                <Row
                  key={p.planId}
                  left={p.version.name}
                  quiet={[p.where, p.version.saysRhythm, `${p.checkpoints} 个点`, sayLast(p, today)].join(
                    ' · ',
                  )}
                  onTap={() => go('desk/patrols', { communityId, planId: p.planId })}
                />
              ))}
            </Card>
          )
        }
      </Faces>
      {acts}
    </>
  )
  const open = plans.data?.items.find((p) => p.planId === picked) ?? plans.data?.items[0]
  return (
    <Screen title="巡查安排" wide>
      {wide ? (
        <Split
          list={list}
          detail={open && <PlanDetail key={open.planId} communityId={communityId} planId={open.planId} />}
        />
      ) : (
        list
      )}
    </Screen>
  )
}
