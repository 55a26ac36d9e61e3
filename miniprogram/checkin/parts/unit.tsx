import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useParams } from '../../kernel/go'
import { type Loaded, useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Choice, Row, Sheet } from '../../kernel/ui'

export type Unit = Output<'slip.units'>['items'][number]

export interface UnitHere {
  list: Loaded<Output<'slip.units'>>
  units: readonly Unit[]
  /** The one worked on now: picked, else named by the address, else the first. */
  unit: Unit | undefined
  pick(unitId: string): void
}

/** The unit of which the reader is liaison. */
export function useUnit(): UnitHere {
  const { can } = useMe()
  const list = useLoad('slip.units', can('slip.units') ? {} : null)
  const asked = useParams<{ unitId: string }>().unitId
  const [picked, pick] = useState<string>()
  const units = list.data?.items ?? []
  const unit = units.find((u) => u.unitId === (picked ?? asked)) ?? units[0]
  return { list, units, unit, pick }
}

/** Which unit is worked on, and another instead. Not shown to those who have only one. */
export function UnitPick({ here }: { here: UnitHere }) {
  const [open, setOpen] = useState(false)
  if (here.units.length < 2 || here.unit === undefined) return null
  return (
    <View>
      <Row
        left={here.unit.name}
        right="换一个单位"
        label={`现在是${here.unit.name}，换一个单位`}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title="换一个单位" onClose={() => setOpen(false)}>
        <Choice
          label="单位"
          options={here.units.map((u) => ({ value: u.unitId, label: u.name }))}
          value={here.unit.unitId}
          onChange={(id) => {
            here.pick(id)
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}
