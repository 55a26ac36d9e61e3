import { View } from '@tarojs/components'
import { tieKindWords } from '../../shared/home/words'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import type { Me } from '../kernel/session'
import { Card, Chip, Faces, Heading, LinkWord, Row } from '../kernel/ui'
import { Keepers } from '../place/Keepers'
import { sayClaim } from './sayClaim'

type Held = Me['roles'][number]

export const homesOf = (me: Me): Held[] => me.roles.filter((r) => r.scope === 'home')
export const claimsUnderWay = (me: Me) => me.claims.filter((c) => c.state === 'submitted')

/** My homes, and what has become of what I asked for. */
export function MyHomes({ me }: { me: Me }) {
  const homes = homesOf(me)
  const shown = me.claims.filter((c) => c.state === 'submitted' || c.state === 'rejected').slice(0, 3)
  return (
    <>
      {homes.length > 0 ? (
        <Card>
          <View className="k-row">
            <Heading>我的家</Heading>
            <LinkWord onTap={() => go('dwelling/claim')} label="再认领一户">
              再认领一户
            </LinkWord>
          </View>
          {homes.map((h) => (
            <Row
              key={`${h.path.homeId} ${h.role}`}
              left={h.scopeName}
              quiet={`你是${h.roleName}`}
              label={`${h.scopeName}，你是${h.roleName}，打开`}
              onTap={() => go('dwelling/mine', { communityId: h.path.communityId, homeId: h.path.homeId })}
            />
          ))}
        </Card>
      ) : null}
      {shown.length > 0 ? (
        <Card>
          <Heading>我的申请</Heading>
          {shown.map((c) => (
            <Row
              key={c.claimId}
              left={`${c.compound} ${c.label}`}
              quiet={sayClaim(c, new Date())}
              chip={
                c.state === 'submitted' ? (
                  <Chip tone="sun">等核实</Chip>
                ) : (
                  <Chip tone="vermilion">没通过</Chip>
                )
              }
              label={`${c.compound} ${c.label}，按${tieKindWords[c.kind]}申请，${sayClaim(c, new Date())}`}
              onTap={() => go('me/index')}
            />
          ))}
        </Card>
      ) : null}
    </>
  )
}

/** Who looks after the building I live in. */
export function MyKeepers({ communityId, compoundId }: { communityId: string; compoundId: string }) {
  const compound = useLoad('place.get', { communityId, compoundId })
  return (
    <Faces of={compound} lines={1}>
      {(data) => (
        <>
          <Keepers title="有事找谁" keepers={data.keepers} />
          <Card
            label={`${data.name}，打开`}
            onTap={() => go('dwelling/compound', { communityId, compoundId })}
          >
            <Row
              left={<Heading>{data.name}</Heading>}
              quiet={`${data.buildings.length} 栋，${data.dwellings} 户住宅${data.shops > 0 ? `，${data.shops} 间门市` : ''}`}
              opens
            />
          </Card>
        </>
      )}
    </Faces>
  )
}
