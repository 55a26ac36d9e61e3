import { useState } from 'react'
import type { EndpointName, Output } from '../../../shared/contract'
import { useParams } from '../../kernel/go'
import { type Loaded, useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { type Option, subdistrictOf } from './scopes'

export interface SubdistrictHere {
  /** An officer of the district chooses one; an officer of a subdistrict has theirs by the role. */
  chooses: boolean
  list: Loaded<Output<'place.subdistricts'>>
  options: Option[]
  /** The one worked on now: picked, else named by the address, else the only one. */
  subdistrictId: string | undefined
  name: string
  pick(subdistrictId: string): void
}

/** The subdistrict in which the reader does this. */
export function useSubdistrict(act: EndpointName): SubdistrictHere {
  const { me, can } = useMe()
  const held = me?.roles ?? []
  const asked = useParams<{ subdistrictId: string }>().subdistrictId
  const [picked, pick] = useState<string>()
  const chooses = can(act) && held.some((h) => h.scope === 'district')
  const list = useLoad('place.subdistricts', chooses ? {} : null)
  const options = (list.data?.items ?? []).map((s) => ({ value: s.subdistrictId, label: s.name }))
  const only = options.length === 1 ? options[0]?.value : undefined
  const subdistrictId = picked ?? asked ?? (chooses ? only : subdistrictOf(held))
  const name = options.find((s) => s.value === subdistrictId)?.label ?? ''
  return { chooses, list, options, subdistrictId, name, pick }
}

/** The communities of one subdistrict, to choose from; `undefined` asks for none. */
export function useCommunitiesOf(subdistrictId: string | undefined) {
  const figures = useLoad('place.figures', subdistrictId === undefined ? null : { subdistrictId })
  const options: Option[] = (figures.data?.communities ?? []).map((c) => ({
    value: c.communityId,
    label: c.name,
  }))
  return { figures, options }
}
