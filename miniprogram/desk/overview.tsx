import { View } from '@tarojs/components'
import { useState } from 'react'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  type Column,
  Faces,
  Heading,
  PlainButton,
  Quiet,
  Screen,
  Sheet,
  Split,
  Table,
  useWide,
} from '../kernel/ui'
import { sayWaited } from '../kernel/waited'
import { CommunityFigures } from './parts/CommunityFigures'
import { saveCsv } from './parts/csv'
import { type Figures, figuresTable, sayClaims, saySignedIn, sayWorkers, sum } from './parts/figures'
import { NotYours } from './parts/NotYours'
import { Short } from './parts/Short'
import { Subdistricts } from './parts/Subdistricts'
import { isLate, sayCount } from './parts/says'
import { useSubdistrict } from './parts/subdistrict'
import './parts/desk.scss'

const columns: readonly Column<Figures>[] = [
  { key: 'name', title: '社区', render: (f) => <Short>{f.name}</Short>, sort: (f) => f.name },
  { key: 'homes', title: '住户', render: saySignedIn, sort: (f) => f.homes },
  {
    key: 'claims',
    title: '认领',
    render: (f) => (f.claimsWaiting === 0 ? '没有在等的' : <Waiting figures={f} />),
    sort: (f) => (f.oldestClaimAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(f.oldestClaimAt)),
  },
  {
    key: 'workers',
    title: '人员',
    render: (f) => <Short>{`${f.workers} 位`}</Short>,
    sort: (f) => f.workers,
  },
]

const toneOf = (f: Figures, now: Date) =>
  f.oldestClaimAt !== null && isLate(f.oldestClaimAt, now) ? 'vermilion' : 'sun'

/** Short enough for a cell: how many, and below it how long. */
function Waiting({ figures }: { figures: Figures }) {
  const now = new Date()
  return (
    <Short>
      <Chip tone={toneOf(figures, now)}>{`${sayCount(figures.claimsWaiting)} 份在等`}</Chip>
      {figures.oldestClaimAt !== null && <Quiet>{`最久 ${sayWaited(figures.oldestClaimAt, now)}`}</Quiet>}
    </Short>
  )
}

export default function Overview() {
  const wide = useWide()
  const { can } = useMe()
  const here = useSubdistrict('place.figures')
  const asked = useParams<{ subdistrictId: string }>().subdistrictId
  // the page of the whole district begins with its subdistricts, were there only one
  const subdistrictId = here.chooses && asked === undefined ? undefined : here.subdistrictId
  const allowed = can('place.figures')
  const figures = useLoad('place.figures', allowed && subdistrictId ? { subdistrictId } : null)
  const [openId, setOpenId] = useState<string>()

  if (allowed && here.chooses && subdistrictId === undefined)
    return (
      <Screen title="各街道的情况" wide>
        <Subdistricts here={here} onOpen={(id) => go('desk/overview', { subdistrictId: id })} />
      </Screen>
    )
  if (!allowed || subdistrictId === undefined)
    return (
      <Screen title="各社区的情况">
        <NotYours what="看各社区" />
      </Screen>
    )

  const mayAdd = can('place.addCommunity')
  const addCommunity = () => go('desk/place-edit', { kind: 'community', subdistrictId })
  const roles = () => go('desk/roles', here.chooses ? { subdistrictId } : undefined)
  const acts = (
    <View className="d-acts is-small">
      {mayAdd && <PlainButton onTap={addCommunity}>登记社区</PlainButton>}
      {can('organisation.list') && (
        <PlainButton onTap={() => go('desk/organisations', { subdistrictId })}>登记的单位</PlainButton>
      )}
      {can('role.list') && <PlainButton onTap={roles}>人员和身份</PlainButton>}
    </View>
  )
  return (
    <Screen title="各社区的情况" wide>
      <Faces
        of={figures}
        lines={5}
        isEmpty={(data) => data.communities.length === 0}
        empty={{ says: '还没有登记社区', ...(mayAdd ? { act: '登记社区', onAct: addCommunity } : {}) }}
      >
        {({ name, communities }) => {
          const total = {
            homes: sum(communities, (f) => f.homes),
            boundHomes: sum(communities, (f) => f.boundHomes),
          }
          const now = new Date()
          const open = communities.find((f) => f.communityId === openId)
          const shown = open ?? communities[0]
          const head = (
            <View>
              <Heading>{`${name} · ${communities.length} 个社区`}</Heading>
              <Quiet>{`一共 ${saySignedIn(total)}，${sayCount(sum(communities, (f) => f.claimsWaiting))} 份认领在等核实`}</Quiet>
            </View>
          )
          if (wide)
            return (
              <Split
                list={
                  <>
                    {head}
                    <Table
                      columns={columns}
                      rows={communities}
                      rowKey={(f) => f.communityId}
                      onOpen={(f) => setOpenId(f.communityId)}
                      selected={shown?.communityId}
                      find={(f) => f.name}
                      label="各社区的情况"
                    />
                    {acts}
                    <PlainButton onTap={() => saveCsv(`${name}各社区`, figuresTable(communities, now))}>
                      导出表格（Excel 能打开）
                    </PlainButton>
                  </>
                }
                detail={shown && <CommunityFigures key={shown.communityId} figures={shown} />}
              />
            )
          return (
            <View className="d-detail">
              {head}
              {communities.map((f) => (
                <Card
                  key={f.communityId}
                  onTap={() => setOpenId(f.communityId)}
                  label={`${f.name}，${saySignedIn(f)}，打开`}
                >
                  <Heading>{f.name}</Heading>
                  <View>{saySignedIn(f)}</View>
                  {f.claimsWaiting > 0 ? (
                    <View className="d-chips is-left">
                      <Chip tone={toneOf(f, now)}>{sayClaims(f, now)}</Chip>
                    </View>
                  ) : (
                    <Quiet>没有等待核实的申请</Quiet>
                  )}
                  <Quiet>{sayWorkers(f)}</Quiet>
                </Card>
              ))}
              {acts}
              <Sheet open={open !== undefined} title="这个社区" onClose={() => setOpenId(undefined)}>
                {open && <CommunityFigures figures={open} />}
              </Sheet>
            </View>
          )
        }}
      </Faces>
    </Screen>
  )
}
