import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import type { Me } from '../kernel/session'
import { Card, Chip, Faces, Heading, Quiet, Row } from '../kernel/ui'
import { sayWaited } from '../kernel/waited'

type Figures = Output<'place.figures'>['communities'][number]

/** No bare percentages: so many of so many. */
const sayBound = (c: Pick<Figures, 'homes' | 'boundHomes'>): string =>
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
      <Row
        left={<Heading>{figures.name}</Heading>}
        chip={
          figures.claimsWaiting > 0 ? (
            <Chip tone="vermilion">{figures.claimsWaiting} 户等核实</Chip>
          ) : (
            <Chip tone="pine">都核实了</Chip>
          )
        }
        opens
      />
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

type District = Output<'place.subdistricts'>['items'][number]

const sayDistrictPart = (s: District): string =>
  s.communities === 0 ? '还没有登记社区' : `${s.communities} 个社区，${sayBound(s)}`

/** The subdistricts of an officer of the district; each opens its communities. */
export function DistrictSubdistricts({ name }: { name: string }) {
  const subdistricts = useLoad('place.subdistricts', {})
  return (
    <Faces
      of={subdistricts}
      isEmpty={(data) => data.items.length === 0}
      empty={{ says: '区里还没有登记街道', more: '街道由系统管理人员登记。' }}
    >
      {(data) => (
        <Card>
          <Heading>{`${name}，${data.items.length} 个街道`}</Heading>
          {data.items.map((s) => (
            <Row
              key={s.subdistrictId}
              left={s.name}
              quiet={sayDistrictPart(s)}
              chip={s.claimsWaiting > 0 && <Chip tone="vermilion">{`${s.claimsWaiting} 户等核实`}</Chip>}
              onTap={() => go('desk/overview', { subdistrictId: s.subdistrictId })}
            />
          ))}
        </Card>
      )}
    </Faces>
  )
}
