import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayDay } from '../../shared/kernel/time'
import { type ProjectSide, projectLists } from '../../shared/project/states'
import { projectStateWords, sideWords, wantKindWords } from '../../shared/project/words'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { lineId, useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Faces, ListFaces, PlainButton, Quiet, Screen, Split, Tap, useWide } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { ProjectDetail } from './parts/ProjectDetail'
import { toneOfProject } from './parts/ProjectTerms'
import { UnitPick, useUnit } from './parts/unit'
import { Needs, Resources } from './parts/Wants'
import '../desk/parts/desk.scss'
import '../desk/parts/whistles.scss'
import './parts/checkin.scss'

type Face = Output<'project.list'>['items'][number]
const views = [...projectLists, 'wants'] as const
type Shown = (typeof views)[number]
const empties = {
  offered: { says: '没有等答复的项目', more: '需求和资源对上了，就能提一个项目。' },
  agreed: { says: '没有正在做的项目', more: '双方都同意了的，列在这里。' },
  done: { says: '还没有做完的项目' },
  notDone: { says: '没有没做成的项目', more: '没谈成的、双方说好不做了的，列在这里。' },
} as const
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

function Line(props: { of: Face; side: ProjectSide; isOpen: boolean; isAt: boolean; onOpen(): void }) {
  const { of, side } = props
  const mine = of.waitsFor === side
  const chip =
    of.waitsFor === null
      ? projectStateWords[of.state]
      : mine
        ? '等你们答复'
        : `等${sideWords[of.waitsFor]}答复`
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(of.projectId)}
    >
      <Tap className="d-line-open" label={`${of.title}，${chip}，打开`} onTap={props.onOpen}>
        <View className="d-line-words">
          <View className="d-line-title">{of.title}</View>
          <View>{side === 'community' ? of.unit : of.community}</View>
          <Quiet>
            {beside(wantKindWords[of.kind], `到 ${sayDay(of.until)}`, of.steps > 0 && `做了 ${of.steps} 步`)}
          </Quiet>
        </View>
        <View className="d-line-due">
          <Chip tone={toneOfProject(of.state, mine)}>{chip}</Chip>
        </View>
      </Tap>
    </View>
  )
}

/** What units and communities do together: offered, agreed by both, done; and what each needs and has. */
export default function Projects() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('project.needs')
  const { communityId } = here
  const units = useUnit()
  const side: ProjectSide = communityId === undefined ? 'unit' : 'community'
  const unitId = side === 'unit' ? units.unit?.unitId : undefined
  const asked = useParams<{ view: Shown; projectId: string }>()
  const [view, setView] = useState<Shown>(() => views.find((v) => v === asked.view) ?? 'offered')
  const [openId, setOpenId] = useState(asked.projectId)
  const ofMine = communityId ? { communityId } : unitId ? { unitId } : null
  const shownList = view === 'wants' ? undefined : view
  const list = useList('project.list', ofMine && shownList ? { ...ofMine, list: shownList } : null)
  const open = (p: Face) => {
    if (wide) setOpenId(p.projectId)
    else go('checkin/project', { communityId: p.communityId, projectId: p.projectId })
  }
  const at = useWalk({
    of: list,
    keyOf: (p) => p.projectId,
    onOpen: open,
    on: wide && shownList !== undefined,
  })
  if (communityId === undefined && !can('slip.units'))
    return (
      <Screen title="共建项目">
        <NotYours what="看共建项目" />
      </Screen>
    )
  const shown = list.items.find((p) => p.projectId === openId) ?? list.items[0]
  const viewWords: Record<Shown, string> = {
    offered: '等答复',
    agreed: '正在做',
    done: '做完了',
    notDone: '没做成',
    wants: side === 'community' ? '社区的需求' : '单位的资源',
  }
  const offer = () => go('checkin/project-edit', { communityId, unitId, unit: units.unit?.name })
  const head = (
    <>
      {side === 'community' ? (
        <CommunityPick
          here={{
            ...here,
            pick: (id) => {
              setOpenId(undefined)
              here.pick(id)
            },
          }}
        />
      ) : (
        <UnitPick here={units} />
      )}
      <View className="d-acts is-small">
        <PlainButton onTap={offer}>提一个项目</PlainButton>
      </View>
      <Segments
        label="看哪些"
        options={views.map((value) => ({ value, label: viewWords[value] }))}
        value={view}
        onChange={(next) => {
          setView(next)
          setOpenId(undefined)
        }}
      />
    </>
  )
  if (side === 'unit' && units.unit === undefined)
    return (
      <Screen title="共建项目">
        <Faces of={units.list} isEmpty={() => true} empty={{ says: '还没有请你当联络员的单位' }}>
          {() => null}
        </Faces>
      </Screen>
    )
  if (shownList === undefined)
    return (
      <Screen title="共建项目">
        {head}
        {communityId ? <Needs communityId={communityId} /> : null}
        {unitId && units.unit ? <Resources unitId={unitId} unit={units.unit.name} /> : null}
      </Screen>
    )
  const lines = (
    <>
      {head}
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces of={list} keyOf={(p) => p.projectId} lines={4} empty={empties[shownList]}>
        {(p) => (
          <Line
            of={p}
            side={side}
            isOpen={wide && p.projectId === shown?.projectId}
            isAt={p.projectId === at}
            onOpen={() => open(p)}
          />
        )}
      </ListFaces>
    </>
  )
  if (!wide) return <Screen title="共建项目">{lines}</Screen>
  return (
    <Screen title="共建项目" wide>
      <Split
        list={lines}
        detail={
          shown ? (
            <ProjectDetail
              key={shown.projectId}
              communityId={shown.communityId}
              projectId={shown.projectId}
              onChanged={list.reload}
            />
          ) : (
            <Card>
              <Quiet>左边选一个项目，在这里看。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
