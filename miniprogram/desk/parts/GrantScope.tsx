import { useState } from 'react'
import { type GrantedRole, roles } from '../../../shared/role/roles'
import { useParams } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Faces, Says } from '../../kernel/ui'
import { OrganisationScope, PickOne, PlaceScope } from './ScopePick'
import { communitiesFor, districtOf, givenFromDistrict, type Option, scopeWords } from './scopes'
import { type SubdistrictHere, useCommunitiesOf, useSubdistrict } from './subdistrict'

const aboveCommunities: readonly string[] = ['organisation', 'subdistrict', 'district']

/** Over what a role is being given: chosen downwards from where the granter stands. */
export function useGrantScope(role: GrantedRole | undefined) {
  const { me } = useMe()
  const held = me?.roles ?? []
  const here = useSubdistrict('role.grant')
  const asked = useParams<{ communityId: string }>().communityId
  const [pickedCommunity, pickCommunity] = useState(asked)
  const [pickedScope, pickScope] = useState<string>()

  const scope = role && roles[role].scope
  const inCommunity = scope !== undefined && !aboveCommunities.includes(scope)
  const fromDistrict = role !== undefined && scope !== 'district' && givenFromDistrict(held, role)
  const { subdistrictId } = here
  const of = useCommunitiesOf(inCommunity && fromDistrict ? subdistrictId : undefined)
  const mine = role && inCommunity ? communitiesFor(held, role) : []
  const communities = fromDistrict ? of.options : mine
  const communityId =
    communities.find((c) => c.value === pickedCommunity)?.value ??
    (communities.length === 1 ? communities[0]?.value : undefined)
  const district = scope === 'district' ? districtOf(held) : undefined
  const byScope: Partial<Record<string, string>> = {
    district: district?.value,
    subdistrict: subdistrictId,
    community: communityId,
  }
  return {
    scope,
    fromDistrict,
    here,
    figures: of.figures,
    communities,
    /** Null for what stands above communities. */
    communityId: inCommunity ? (communityId ?? null) : null,
    scopeId: scope !== undefined && scope in byScope ? byScope[scope] : pickedScope,
    pickedScope,
    district,
    pickCommunity: (id: string) => {
      pickCommunity(id)
      pickScope(undefined)
    },
    pickScope,
    forget: () => pickScope(undefined),
  }
}

type Over = ReturnType<typeof useGrantScope>

function Subdistrict({ here, itself, error }: { here: SubdistrictHere; itself: boolean; error?: string }) {
  const [only] = here.options
  return (
    <Faces of={here.list} lines={2}>
      {() =>
        here.options.length === 1 ? (
          <Says tone="quiet">{`${itself ? '管' : '在'} ${only?.label}`}</Says>
        ) : (
          <PickOne
            scope="subdistrict"
            label={itself ? undefined : '在哪个街道'}
            options={here.options}
            value={here.subdistrictId}
            onChange={here.pick}
            error={error}
          />
        )
      }
    </Faces>
  )
}

function Community(props: { over: Over; options: Option[]; error?: string }) {
  const { over, options } = props
  if (options.length === 1)
    return over.scope === 'community' ? <Says tone="quiet">{`管 ${options[0]?.label}`}</Says> : null
  return (
    <PickOne
      scope="community"
      options={options}
      value={over.communityId ?? undefined}
      onChange={over.pickCommunity}
      error={props.error}
    />
  )
}

/** Asks for the place, one level after the other, beginning with the first that is not given. */
export function GrantScope({ over, tried }: { over: Over; tried: boolean }) {
  const { scope, here } = over
  if (scope === undefined) return null
  const missing = (word: string, value: unknown) => (tried && value == null ? `请选${word}` : undefined)
  const needScope = missing(scopeWords[scope], over.scopeId)
  const needCommunity = missing('社区', over.communityId)
  const picks = { scope, value: over.pickedScope, onChange: over.pickScope, error: needScope }

  if (scope === 'district')
    return over.district ? (
      <Says tone="quiet">{`管 ${over.district.label}`}</Says>
    ) : (
      <Says tone="sun">这里选不到区，请联系系统管理人员。</Says>
    )
  const subdistrict = over.fromDistrict && (
    <Subdistrict here={here} itself={scope === 'subdistrict'} error={missing('街道', here.subdistrictId)} />
  )
  if (scope === 'subdistrict') return subdistrict
  if (scope === 'organisation')
    return (
      <>
        {subdistrict}
        {here.subdistrictId !== undefined && (
          <OrganisationScope key={here.subdistrictId} {...picks} subdistrictId={here.subdistrictId} />
        )}
      </>
    )
  return (
    <>
      {subdistrict}
      {!over.fromDistrict && <Community over={over} options={over.communities} error={needCommunity} />}
      {over.fromDistrict && here.subdistrictId !== undefined && (
        <Faces of={over.figures} lines={2}>
          {() => <Community over={over} options={over.communities} error={needCommunity} />}
        </Faces>
      )}
      {scope !== 'community' && over.communityId !== null && (
        <PlaceScope {...picks} communityId={over.communityId} />
      )}
    </>
  )
}
