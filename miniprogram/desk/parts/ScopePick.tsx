import { View } from '@tarojs/components'
import { useState } from 'react'
import { organisationKindWords } from '../../../shared/organisation/words'
import type { Scope } from '../../../shared/role/roles'
import { useLoad } from '../../kernel/load'
import { Choice, Faces, Says, TextField } from '../../kernel/ui'
import { type Option, scopesIn, scopeWords } from './scopes'

const findFrom = 10
const shownAtMost = 40

/** One of many places: found by its name when there are more than fit the eye. */
export function PickOne(props: {
  scope: Scope
  options: Option[]
  value?: string
  onChange(id: string): void
  error?: string
  label?: string
}) {
  const { scope, options } = props
  const [find, setFind] = useState('')
  const matching = options.filter((o) => `${o.hint ?? ''}${o.label}`.includes(find.trim()))
  const shown = matching.slice(0, shownAtMost)
  if (options.length === 0) return <Says tone="sun">{`这里还没有${scopeWords[scope]}，请先登记。`}</Says>
  return (
    <View className="d-detail">
      {options.length > findFrom && (
        <TextField
          label={`找${scopeWords[scope]}`}
          value={find}
          onInput={setFind}
          max={20}
          hint={
            matching.length > shown.length
              ? `有 ${matching.length} 个，先列出 ${shown.length} 个，写几个字缩小范围`
              : undefined
          }
        />
      )}
      <Choice
        label={props.label ?? `管哪个${scopeWords[scope]}`}
        options={shown}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
      />
    </View>
  )
}

interface Props {
  scope: Scope
  value?: string
  onChange(scopeId: string): void
  error?: string
}

/** Chosen from the places of one community. */
export function PlaceScope(props: Props & { communityId: string }) {
  const tree = useLoad('place.tree', { communityId: props.communityId })
  return (
    <Faces of={tree} lines={3}>
      {(data) => <PickOne {...props} options={scopesIn(data, props.scope)} />}
    </Faces>
  )
}

/** Chosen from the organisations registered in the subdistrict. */
export function OrganisationScope(props: Props & { subdistrictId: string }) {
  const organisations = useLoad('organisation.list', { subdistrictId: props.subdistrictId })
  return (
    <Faces of={organisations} lines={3}>
      {({ items }) => (
        <PickOne
          {...props}
          options={items.map((o) => ({
            value: o.organisationId,
            label: o.name,
            hint: organisationKindWords[o.kind],
          }))}
        />
      )}
    </Faces>
  )
}
