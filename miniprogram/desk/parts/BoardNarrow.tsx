import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type Category, categories, categoryWords } from '../../../shared/whistle/categories'
import { Choice, Row, Sheet, TextField, useWide } from '../../kernel/ui'
import { PlaceFilter, type PlaceFilterValue } from './PlaceFilter'
import { Segments } from './Segments'
import type { Tree } from './treeOf'
import './desk.scss'
import './whistles.scss'

export type BoardSort = 'due' | 'newest'
export interface Narrowed extends PlaceFilterValue {
  category?: Category
  sort: BoardSort
}

const all = 'all'
const noPlace: PlaceFilterValue = { compoundId: undefined, buildingId: undefined }
const sorts: readonly { value: BoardSort; label: string }[] = [
  { value: 'due', label: '时限先到的在前' },
  { value: 'newest', label: '最新的在前' },
]

/** In words: 盐溪桥小区 9栋，停车秩序，最新的在前. */
function sayNarrowed({ compoundId, buildingId, category, sort }: Narrowed, tree: Tree | undefined): string {
  const compound = tree?.compounds.find((c) => c.compoundId === compoundId)
  const building = compound?.buildings.find((b) => b.buildingId === buildingId)
  return [
    [compound?.name, building?.name].filter(Boolean).join(' '),
    category ? categoryWords[category] : '',
    sorts.find((s) => s.value === sort)?.label,
  ]
    .filter(Boolean)
    .join('，')
}

function CategoryFilter(props: { value: Category | undefined; onChange(value: Category | undefined): void }) {
  const { value, onChange } = props
  const [open, setOpen] = useState(false)
  const name = value ? categoryWords[value] : '全部类别'
  return (
    <View className="d-filter">
      <Row left={name} label={`类别：${value ? name : '全部'}，换一类`} onTap={() => setOpen(true)} />
      <Sheet open={open} title="看哪一类" onClose={() => setOpen(false)}>
        <Choice
          label="类别"
          options={[
            { value: all, label: '全部类别' },
            ...categories.map((c) => ({ value: c, label: categoryWords[c] })),
          ]}
          value={value ?? all}
          onChange={(picked) => {
            onChange(categories.find((c) => c === picked))
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}

/** Narrows and sorts the board; on a phone folded up under one line that says how. */
export function BoardNarrow(props: {
  tree: Tree | undefined
  value: Narrowed
  onChange(value: Narrowed): void
  typed: string
  onType(text: string): void
  /** What may be done with all that is listed, beside the line. */
  act?: ReactNode
}) {
  const { tree, value, onChange, typed } = props
  const wide = useWide()
  const [unfolded, unfold] = useState(false)
  const fields = (
    <View className="d-narrow">
      <View className="d-narrow-find">
        <TextField
          label="查找"
          value={typed}
          onInput={props.onType}
          max={40}
          placeholder={wide ? '几个字（按 / 直接输入）' : '几个字，比如 漏水'}
        />
      </View>
      <View className="d-narrow-by">
        {tree && (
          <PlaceFilter
            tree={tree}
            value={{ compoundId: value.compoundId, buildingId: value.buildingId }}
            onChange={(place) => onChange({ ...value, ...noPlace, ...place })}
          />
        )}
        <CategoryFilter value={value.category} onChange={(category) => onChange({ ...value, category })} />
      </View>
      <Segments
        label="怎么排"
        options={sorts}
        value={value.sort}
        onChange={(sort) => onChange({ ...value, sort })}
      />
    </View>
  )
  if (wide) return fields
  const how = sayNarrowed(value, tree)
  const found = typed.trim() === '' ? '' : `，找“${typed.trim()}”`
  return (
    <>
      <View className="d-narrow-line">
        <View className="d-filter">
          <Row
            left={unfolded ? '收起筛选' : '筛选和查找'}
            quiet={`${how}${found}`}
            label={`${unfolded ? '收起筛选' : '筛选和查找'}，现在是${how}${found}`}
            onTap={() => unfold(!unfolded)}
          />
        </View>
        {props.act}
      </View>
      {unfolded && fields}
    </>
  )
}
