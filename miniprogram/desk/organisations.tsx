import { View } from '@tarojs/components'
import { useState } from 'react'
import { type OrganisationKind, organisationKinds } from '../../shared/organisation/contract'
import { organisationKindWords } from '../../shared/organisation/words'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  type Column,
  Faces,
  MainButton,
  Quiet,
  Row,
  Says,
  Screen,
  Sheet,
  Split,
  Table,
  useWide,
} from '../kernel/ui'
import { AddOrganisation } from './parts/AddOrganisation'
import { NotYours } from './parts/NotYours'
import { type Organisation, OrganisationDetail } from './parts/OrganisationDetail'
import { SubdistrictPick } from './parts/PlacePick'
import { Segments } from './parts/Segments'
import { Subdistricts } from './parts/Subdistricts'
import { useSubdistrict } from './parts/subdistrict'
import './parts/desk.scss'

const running = (o: Organisation) => o.engagements.filter((e) => e.to === null).length
const sayWork = (o: Organisation) => (running(o) === 0 ? '还没有交给它工作' : `在 ${running(o)} 处工作`)

const columns: readonly Column<Organisation>[] = [
  { key: 'name', title: '单位', render: (o) => o.name, sort: (o) => o.name },
  {
    key: 'kind',
    title: '哪一类',
    render: (o) => organisationKindWords[o.kind],
    sort: (o) => organisationKindWords[o.kind],
  },
  { key: 'work', title: '在哪里工作', render: sayWork, sort: running },
]

type Shown = 'all' | OrganisationKind

const kinds: readonly { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...organisationKinds.map((value) => ({ value, label: organisationKindWords[value] })),
]

export default function Organisations() {
  const wide = useWide()
  const { can } = useMe()
  const here = useSubdistrict('organisation.list')
  const { subdistrictId } = here
  const allowed = can('organisation.list') && subdistrictId !== undefined
  const list = useLoad('organisation.list', allowed ? { subdistrictId } : null)
  const [kind, setKind] = useState<Shown>('all')
  const [openId, setOpenId] = useState<string>()
  const [adding, setAdding] = useState(false)
  const [note, setNote] = useState<string>()

  if (here.chooses && subdistrictId === undefined)
    return (
      <Screen title="哪个街道的单位" wide>
        <Subdistricts here={here} onOpen={here.pick} />
      </Screen>
    )
  if (!allowed)
    return (
      <Screen title="单位">
        <NotYours what="看登记的单位" />
      </Screen>
    )
  const another = {
    ...here,
    pick: (id: string) => {
      here.pick(id)
      setOpenId(undefined)
      setNote(undefined)
    },
  }
  const changed = (says: string) => {
    setNote(says)
    list.reload()
  }
  const mayAdd = can('organisation.add')
  const close = () => setAdding(false)
  const add = mayAdd ? <MainButton onTap={() => setAdding(true)}>登记一个单位</MainButton> : undefined
  const addSheet = (
    <Sheet open={adding} title="登记一个单位" onClose={close}>
      {adding && (
        <AddOrganisation
          subdistrictId={subdistrictId}
          onAdded={(id, says) => {
            setAdding(false)
            setOpenId(id)
            changed(says)
          }}
          onClose={close}
        />
      )}
    </Sheet>
  )
  return (
    <Screen title="登记的单位" wide foot={wide ? undefined : add}>
      <SubdistrictPick here={another} />
      <Faces
        of={list}
        lines={5}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          says: '还没有登记单位',
          more: '职能部门、物业公司和共建单位登记以后，才能把工作交给它们。',
        }}
      >
        {({ items }) => {
          const shown = kind === 'all' ? items : items.filter((o) => o.kind === kind)
          const open = items.find((o) => o.organisationId === openId) ?? (wide ? shown[0] : undefined)
          const head = (
            <>
              <Segments label="看哪一类单位" options={kinds} value={kind} onChange={(k) => setKind(k)} />
              {note && <Says tone="pine">{note}</Says>}
            </>
          )
          const detail = open && (
            <OrganisationDetail key={open.organisationId} organisation={open} onChanged={changed} />
          )
          if (wide)
            return (
              <Split
                list={
                  <>
                    {head}
                    {add && <View className="d-acts is-small">{add}</View>}
                    <Table
                      columns={columns}
                      rows={shown}
                      rowKey={(o) => o.organisationId}
                      onOpen={(o) => setOpenId(o.organisationId)}
                      selected={open?.organisationId}
                      find={(o) =>
                        `${o.name} ${o.engagements.map((e) => `${e.community}${e.compound ?? ''}`).join(' ')}`
                      }
                      label="登记的单位"
                    />
                  </>
                }
                detail={detail}
              />
            )
          return (
            <>
              {head}
              <Card>
                {shown.length === 0 && <Quiet>这一类还没有单位</Quiet>}
                {shown.map((o) => (
                  <Row
                    key={o.organisationId}
                    left={o.name}
                    quiet={`${organisationKindWords[o.kind]} · ${sayWork(o)}`}
                    onTap={() => setOpenId(o.organisationId)}
                  />
                ))}
              </Card>
              <Sheet open={open !== undefined} title="这个单位" onClose={() => setOpenId(undefined)}>
                {detail}
              </Sheet>
            </>
          )
        }}
      </Faces>
      {wide && list.data?.items.length === 0 && add}
      {addSheet}
    </Screen>
  )
}
