import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Scope } from '../../../shared/role/roles'
import { Row, Sheet, TextField } from '../../kernel/ui'
import { PickOne } from './ScopePick'
import type { Option } from './scopes'
import { homesIn, type Tree } from './treeOf'
import './desk.scss'

export interface Spot {
  compoundId?: string
  buildingId?: string
  entranceId?: string
  spot: string
}

const nowhere = 'none'

/** One line that opens a sheet to choose from. */
function Pick(props: {
  scope: Scope
  title: string
  options: Option[]
  value: string | undefined
  /** What it says while nothing is chosen. */
  without: string
  optional?: boolean
  onChange(id: string | undefined): void
}) {
  const [open, setOpen] = useState(false)
  const { options, value, without } = props
  const name = options.find((o) => o.value === value)?.label ?? without
  return (
    <>
      <Row left={name} label={`${props.title}：${name}，选`} onTap={() => setOpen(true)} />
      <Sheet open={open} title={props.title} onClose={() => setOpen(false)}>
        <PickOne
          scope={props.scope}
          label={props.title}
          options={props.optional ? [{ value: nowhere, label: without }, ...options] : options}
          value={value ?? (props.optional ? nowhere : undefined)}
          onChange={(picked) => {
            props.onChange(picked === nowhere ? undefined : picked)
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}

/** Where it is: the compound, at best a building and an entrance, and some words. */
export function IntakePlace(props: {
  tree: Tree
  value: Spot
  onChange(value: Spot): void
  error?: string
  spotError?: string
}) {
  const { tree, value, onChange } = props
  const compound = tree.compounds.find((c) => c.compoundId === value.compoundId)
  const building = compound?.buildings.find((b) => b.buildingId === value.buildingId)
  const { spot } = value
  return (
    <View className="k-field">
      <View className="k-label">在哪</View>
      <View className="d-filter">
        <Pick
          scope="compound"
          title="哪个小区"
          options={tree.compounds.map((c) => ({
            value: c.compoundId,
            label: c.name,
            hint: `${homesIn(c)} 户`,
          }))}
          value={value.compoundId}
          without="选小区"
          onChange={(compoundId) => onChange({ compoundId, spot })}
        />
        {compound && compound.buildings.length > 0 && (
          <Pick
            scope="building"
            title="哪栋楼"
            options={compound.buildings.map((b) => ({ value: b.buildingId, label: b.name }))}
            value={value.buildingId}
            without="不在楼里，或说不清"
            optional
            onChange={(buildingId) => onChange({ compoundId: compound.compoundId, buildingId, spot })}
          />
        )}
        {building && building.entrances.length > 0 && (
          <Pick
            scope="entrance"
            title="哪个单元"
            options={building.entrances.map((e) => ({ value: e.entranceId, label: e.name }))}
            value={value.entranceId}
            without="整栋楼，或说不清"
            optional
            onChange={(entranceId) => onChange({ ...value, entranceId })}
          />
        )}
      </View>
      {props.error && (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      )}
      <TextField
        label="具体位置（可以不写）"
        value={spot}
        onInput={(words) => onChange({ ...value, spot: words })}
        max={40}
        placeholder="比如 三楼转角"
        error={props.spotError}
      />
    </View>
  )
}
