import { View } from '@tarojs/components'
import { useState } from 'react'
import { type GrantedRole, roles } from '../../shared/role/roles'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  type Column,
  Faces,
  ListFaces,
  MainButton,
  Row,
  Says,
  Screen,
  Sheet,
  Split,
  useWide,
} from '../kernel/ui'
import { useCommunity } from './parts/community'
import { ListTable } from './parts/ListTable'
import { NotYours } from './parts/NotYours'
import { CommunityPick, SubdistrictPick } from './parts/PlacePick'
import { type Grant, RoleHolder } from './parts/RoleHolder'
import { Segments } from './parts/Segments'
import { Short } from './parts/Short'
import { Subdistricts } from './parts/Subdistricts'
import { sayName, saySpan } from './parts/says'
import { useCommunitiesOf, useSubdistrict } from './parts/subdistrict'
import './parts/desk.scss'

const columns: readonly Column<Grant>[] = [
  { key: 'who', title: '谁', render: (g) => <Short>{sayName(g.name)}</Short>, sort: (g) => sayName(g.name) },
  {
    key: 'role',
    title: '身份',
    render: (g) => <Short>{roles[g.role].name}</Short>,
    sort: (g) => roles[g.role].name,
  },
  { key: 'scope', title: '管哪里', render: (g) => g.scopeName, sort: (g) => g.scopeName },
]

type Over = 'community' | 'subdistrict'

export default function Roles() {
  const wide = useWide()
  const { can } = useMe()
  const sub = useSubdistrict('role.list')
  const asked = useParams<{ communityId: string; role: string }>()
  const isOfficer = sub.chooses || sub.subdistrictId !== undefined
  const [picked, setOver] = useState<Over>()
  const over = picked ?? (isOfficer && asked.communityId === undefined ? 'subdistrict' : 'community')
  const [openId, setOpenId] = useState<string>()
  const [note, setNote] = useState<string>()
  const ofSubdistrict = over === 'subdistrict' && isOfficer
  const { subdistrictId } = sub
  // officers of the district look through the communities of the subdistrict they have chosen
  const within = useCommunitiesOf(sub.chooses && !ofSubdistrict ? subdistrictId : undefined)
  const here = useCommunity('role.list', within.figures.data && within.options)
  const waits = sub.chooses && !ofSubdistrict && subdistrictId !== undefined && !within.figures.data
  const input = ofSubdistrict
    ? subdistrictId === undefined
      ? null
      : { subdistrictId }
    : here.communityId && !waits
      ? { communityId: here.communityId }
      : null
  const list = useList('role.list', input)
  const open = list.items.find((g) => g.grantId === openId) ?? (wide ? list.items[0] : undefined)

  if (!can('role.list') || (input === null && !sub.chooses))
    return (
      <Screen title="人员和身份">
        <NotYours what="看人员和身份" />
      </Screen>
    )
  if (sub.chooses && subdistrictId === undefined && (ofSubdistrict || here.communityId === undefined))
    return (
      <Screen title="哪个街道的人员" wide>
        <Subdistricts here={sub} onOpen={sub.pick} />
      </Screen>
    )

  const grant = (role?: GrantedRole) =>
    go('desk/grant', {
      ...(sub.chooses && { subdistrictId }),
      communityId: ofSubdistrict ? undefined : here.communityId,
      role,
    })
  const mayGrant = can('role.grant')
  const head = (
    <>
      <SubdistrictPick
        here={{
          ...sub,
          pick: (id) => {
            sub.pick(id)
            setOpenId(undefined)
            setNote(undefined)
          },
        }}
      />
      {isOfficer && (
        <Segments
          label="看哪里的人员"
          options={[
            { value: 'subdistrict', label: '整个街道' },
            { value: 'community', label: '一个社区' },
          ]}
          value={over}
          onChange={(next) => {
            setOver(next)
            setOpenId(undefined)
          }}
        />
      )}
      {!ofSubdistrict && <CommunityPick here={here} />}
      {note && <Says tone="pine">{note}</Says>}
    </>
  )
  const empty = {
    says: '还没有人有身份',
    more: '授予身份以后，对方登录就能开始工作。',
    ...(mayGrant ? { act: '授予身份', onAct: () => grant() } : {}),
  }
  const detail = open && (
    <RoleHolder
      key={open.grantId}
      grant={open}
      onRevoked={(says) => {
        setNote(says)
        setOpenId(undefined)
        list.reload()
      }}
    />
  )
  const noCommunity = input === null && (
    <Faces
      of={within.figures}
      lines={4}
      isEmpty={({ communities }) => communities.length === 0}
      empty={{ says: '这个街道还没有登记社区' }}
    >
      {() => null}
    </Faces>
  )
  const foot = mayGrant ? <MainButton onTap={() => grant()}>授予身份</MainButton> : undefined

  if (wide)
    return (
      <Screen title="人员和身份" wide>
        <Split
          list={
            <>
              {head}
              {foot && <View className="d-acts is-small">{foot}</View>}
              {noCommunity || (
                <ListTable
                  of={list}
                  empty={empty}
                  columns={columns}
                  rowKey={(g) => g.grantId}
                  onOpen={(g) => setOpenId(g.grantId)}
                  selected={open?.grantId}
                  find={(g) => `${sayName(g.name)} ${roles[g.role].name} ${g.scopeName}`}
                  label="人员和身份"
                />
              )}
            </>
          }
          detail={detail}
        />
      </Screen>
    )
  return (
    <Screen title="人员和身份" foot={foot}>
      {head}
      <View className="d-detail">
        {noCommunity || (
          <ListFaces of={list} empty={empty} keyOf={(g) => g.grantId}>
            {(g) => (
              <Row
                left={`${sayName(g.name)} · ${roles[g.role].name}`}
                quiet={`${g.scopeName} · ${saySpan(g.from, g.to)}`}
                onTap={() => setOpenId(g.grantId)}
              />
            )}
          </ListFaces>
        )}
      </View>
      <Sheet open={open !== undefined} title="这个身份" onClose={() => setOpenId(undefined)}>
        {detail}
      </Sheet>
    </Screen>
  )
}
