import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayIncidentPlace, sayIncidentWindow, sayWhistles } from '../../shared/incident/words'
import { type Category, categories } from '../../shared/whistle/categories'
import { go, goInstead, useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Faces, ListFaces, MainButton, Quiet, Screen, Split, Tap, useWide } from '../kernel/ui'
import { IncidentChip } from '../place/IncidentCards'
import { useCommunity } from './parts/community'
import { IncidentDetail } from './parts/IncidentDetail'
import { IncidentForm } from './parts/IncidentForm'
import { Keys } from './parts/Keys'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { Segments } from './parts/Segments'
import { sayCount } from './parts/says'
import { lineId, useWalk } from './parts/useWalk'
import './parts/desk.scss'
import './parts/whistles.scss'

type Incident = Output<'incident.list'>['items'][number]
type Show = 'open' | 'all'

const shows = [
  { value: 'open', label: '正在处理' },
  { value: 'all', label: '全部' },
] as const
const empties: Record<Show, { says: string; more: string }> = {
  open: {
    says: '现在没有许多人遇到的同一件事',
    more: '停水、停电、电梯停用，发一个一事一告，一次答复所有人。',
  },
  all: { says: '还没有发过一事一告', more: '停水、停电、电梯停用，发一个一事一告，一次答复所有人。' },
}

function Line(props: { incident: Incident; isOpen: boolean; isAt: boolean; now: Date; onOpen(): void }) {
  const { incident, now } = props
  const under = [sayIncidentPlace(incident), sayIncidentWindow(incident, now), sayWhistles(incident.whistles)]
  const waits = incident.candidates ?? 0
  const more = waits === 0 ? undefined : `还有 ${sayCount(waits)} 件可能是它`
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(incident.incidentId)}
    >
      <Tap
        className="d-line-open"
        label={[incident.title, ...under, more, '打开'].filter(Boolean).join('，')}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{incident.title}</View>
          {under.map((words) => (
            <Quiet key={words}>{words}</Quiet>
          ))}
        </View>
        <View className="d-chips is-left">
          <IncidentChip incident={incident} now={now} />
          {more && <Chip tone="vermilion">{more}</Chip>}
        </View>
      </Tap>
    </View>
  )
}

interface Asked extends Record<string, string | undefined> {
  communityId: string
  incidentId: string
  /** Opened to write a new one, from a whistle or from nothing. */
  open: string
  compoundId: string
  category: string
  since: string
  whistleIds: string
}

/** A new one: the page in place of the list, so that back leads to where one came from. */
function Opening({ communityId, asked }: { communityId: string; asked: Partial<Asked> }) {
  const tree = useLoad('place.tree', { communityId })
  if (tree.data === undefined)
    return (
      <Screen title="发一个一事一告">
        <Faces of={tree} lines={5}>
          {() => null}
        </Faces>
      </Screen>
    )
  const category = categories.find((c): c is Category => c === asked.category)
  return (
    <IncidentForm
      tree={tree.data}
      begun={{
        ...(asked.compoundId && { compoundId: asked.compoundId }),
        ...(category && { category }),
        ...(asked.since && { since: asked.since }),
        whistleIds: asked.whistleIds?.split(',').filter(Boolean) ?? [],
      }}
      onOpened={(incidentId) => goInstead('desk/incident', { communityId, incidentId })}
    />
  )
}

/** 一事一告: what many met at once, each with one place, one window of time and one answer. */
export default function Incidents() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('incident.list')
  const { communityId } = here
  const asked = useParams<Asked>()
  const [show, setShow] = useState<Show>('open')
  const [openId, setOpenId] = useState(asked.incidentId)
  const list = useList('incident.list', communityId ? { communityId, show } : null)
  const open = (incident: Incident) => {
    if (wide) setOpenId(incident.incidentId)
    else go('desk/incident', { communityId: incident.communityId, incidentId: incident.incidentId })
  }
  const at = useWalk({
    of: list,
    keyOf: (i) => i.incidentId,
    onOpen: open,
    on: wide && asked.open === undefined,
  })

  if (communityId === undefined)
    return (
      <Screen title="一事一告">
        <NotYours what="看一事一告" />
      </Screen>
    )
  const mayOpen = can('incident.open', { communityId })
  if (asked.open !== undefined && mayOpen) return <Opening communityId={communityId} asked={asked} />

  const now = new Date()
  const begin = () => go('desk/incidents', { communityId, open: 'new' })
  const shown = wide ? (list.items.find((i) => i.incidentId === openId) ?? list.items[0]) : undefined
  const foot = mayOpen && list.items.length > 0 && <MainButton onTap={begin}>发一个一事一告</MainButton>
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
      <Segments label="看哪些" options={shows} value={show} onChange={(next) => setShow(next)} />
      {wide && (
        <Keys
          words={[
            ['j', '下一行'],
            ['k', '上一行'],
            ['回车', '打开'],
          ]}
        />
      )}
      <ListFaces
        of={list}
        empty={{ ...empties[show], ...(mayOpen && { act: '发一个一事一告', onAct: begin }) }}
        keyOf={(i) => i.incidentId}
      >
        {(incident) => (
          <Line
            incident={incident}
            now={now}
            isOpen={shown?.incidentId === incident.incidentId}
            isAt={incident.incidentId === at}
            onOpen={() => open(incident)}
          />
        )}
      </ListFaces>
    </>
  )
  if (!wide)
    return (
      <Screen title="一事一告" foot={foot}>
        {lines}
      </Screen>
    )
  return (
    <Screen title="一事一告" wide foot={foot}>
      <Split
        list={lines}
        detail={
          shown ? (
            <IncidentDetail
              key={shown.incidentId}
              communityId={communityId}
              incidentId={shown.incidentId}
              onChanged={list.reload}
            />
          ) : (
            <Card>
              <Quiet>左边选一个，在这里看和答复。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
