import { View } from '@tarojs/components'
import { useState } from 'react'

import { Choice, Row, Sheet } from '../../kernel/ui'
import { homesIn, type Tree } from './treeOf'
import './desk.scss'

export interface PlaceFilterValue {
  compoundId?: string
  buildingId?: string
}

const all = 'all'

/** Narrows a list to one compound, then to one of its buildings. */
export function PlaceFilter(props: {
  tree: Tree
  value: PlaceFilterValue
  onChange(value: PlaceFilterValue): void
}) {
  const { tree, value, onChange } = props
  const [open, setOpen] = useState<'compound' | 'building'>()
  const compound = tree.compounds.find((c) => c.compoundId === value.compoundId)
  const building = compound?.buildings.find((b) => b.buildingId === value.buildingId)
  return (
    <View className="d-filter">
      <Row
        left={compound?.name ?? '全部小区'}
        label={`小区：${compound?.name ?? '全部'}，换一个`}
        onTap={() => setOpen('compound')}
      />
      {compound && (
        <Row
          left={building?.name ?? '全部楼栋'}
          label={`楼栋：${building?.name ?? '全部'}，换一栋`}
          onTap={() => setOpen('building')}
        />
      )}
      <Sheet open={open === 'compound'} title="看哪个小区" onClose={() => setOpen(undefined)}>
        <Choice
          label="小区"
          options={[
            { value: all, label: '全部小区' },
            ...tree.compounds.map((c) => ({ value: c.compoundId, label: c.name, hint: `${homesIn(c)} 户` })),
          ]}
          value={value.compoundId ?? all}
          onChange={(picked) => {
            onChange(picked === all ? {} : { compoundId: picked })
            setOpen(undefined)
          }}
        />
      </Sheet>
      <Sheet open={open === 'building'} title="看哪栋楼" onClose={() => setOpen(undefined)}>
        <Choice
          label="楼栋"
          options={[
            { value: all, label: '全部楼栋' },
            ...(compound?.buildings ?? []).map((b) => ({
              value: b.buildingId,
              label: b.name,
              hint: `${b.homes} 户`,
            })),
          ]}
          value={value.buildingId ?? all}
          onChange={(picked) => {
            onChange({ compoundId: value.compoundId, buildingId: picked === all ? undefined : picked })
            setOpen(undefined)
          }}
        />
      </Sheet>
    </View>
  )
}
