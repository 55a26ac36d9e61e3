import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import type { Me } from '../kernel/session'
import { Card, Chip, Faces, Heading, Quiet } from '../kernel/ui'
import { sayWaited } from '../kernel/waited'

type Figures = Output<'place.figures'>['communities'][number]

/** No bare percentages: so many of so many. */
const sayBound = (c: Figures): string =>
  c.homes === 0 ? '还没有导入住户名册' : `${c.homes} 户中 ${c.boundHomes} 户有人用上了小程序`

export function CommunityFigures({ figures, now }: { figures: Figures; now: Date }) {
  const waits =
    figures.claimsWaiting === 0
      ? '没有等核实的认领'
      : `${figures.claimsWaiting} 户认领等核实${
          figures.oldestClaimAt ? `，最早的等了 ${sayWaited(figures.oldestClaimAt, now)}` : ''
        }`
  return (
    <>
      <View className="k-row">
        <Heading>{figures.name}</Heading>
        {figures.claimsWaiting > 0 ? (
          <Chip tone="vermilion">{figures.claimsWaiting} 户等核实</Chip>
        ) : (
          <Chip tone="pine">都核实了</Chip>
        )}
      </View>
      <View>{sayBound(figures)}</View>
      <View>{waits}</View>
      <Quiet>
        {figures.compounds} 个小区，{figures.buildings} 栋楼，{figures.workers} 位社区工作者
      </Quiet>
    </>
  )
}

function OneSubdistrict({ subdistrictId }: { subdistrictId: string }) {
  const figures = useLoad('place.figures', { subdistrictId })
  const now = new Date()
  return (
    <Faces
      of={figures}
      isEmpty={(data) => data.communities.length === 0}
      empty={{
        says: '还没有登记社区',
        act: '登记社区',
        onAct: () => go('desk/overview', { subdistrictId }),
      }}
    >
      {(data) => (
        <>
          <Quiet>
            {data.name}，{data.communities.length} 个社区
          </Quiet>
          {data.communities.map((c) => (
            <Card
              key={c.communityId}
              label={`${c.name}，打开总览`}
              onTap={() => go('desk/overview', { subdistrictId, communityId: c.communityId })}
            >
              <CommunityFigures figures={c} now={now} />
            </Card>
          ))}
        </>
      )}
    </Faces>
  )
}

/** The subdistricts an officer's roles name. */
export const subdistrictsOf = (me: Me): string[] => [
  ...new Set(
    me.roles.flatMap((r) =>
      r.scope === 'subdistrict' && r.path.subdistrictId ? [r.path.subdistrictId] : [],
    ),
  ),
]

export const Subdistricts = ({ me }: { me: Me }) => (
  <>
    {subdistrictsOf(me).map((id) => (
      <OneSubdistrict key={id} subdistrictId={id} />
    ))}
  </>
)

/** A district officer's roles name every community, but no subdistrict. */
export const DistrictCommunities = ({ me }: { me: Me }) => {
  const district = me.roles.filter((r) => r.scope === 'district')
  if (district.length === 0) return null
  return (
    <>
      {district.map((r) => (
        <Card key={r.scopeName}>
          <Heading>{r.scopeName}</Heading>
          <View>全区 {r.communities.length} 个社区在用</View>
          <Quiet>{r.communities.map((c) => c.name).join('、')}</Quiet>
        </Card>
      ))}
    </>
  )
}
