import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsAtMost } from '../../../shared/incident/policy'
import { type Category, categories, categoryWords } from '../../../shared/whistle/categories'
import { MainButton, Quiet, Refused, Screen, TextField } from '../../kernel/ui'
import { MomentField } from '../../whistle/parts/MomentField'
import { PickLine } from './PickLine'
import { Segments } from './Segments'
import { fieldSays } from './saidIn'
import { Ticks } from './Ticks'
import { homesIn, type Tree } from './treeOf'
import { useCreate } from './useCreate'
import './desk.scss'

/** What is known of it already, where the page was opened from a whistle. */
export interface Begun {
  compoundId?: string
  category?: Category
  since?: string
  whistleIds: readonly string[]
}

const hour = 3_600_000
const ends = [
  { value: 'open', label: '还说不准' },
  { value: 'known', label: '说得准' },
] as const

/** A new 一事一告: what it is, where, from when until when, and what is known. */
export function IncidentForm(props: { tree: Tree; begun: Begun; onOpened(incidentId: string): void }) {
  const { tree, begun } = props
  const { communityId } = tree
  const open = useCreate('incident.open')
  const [title, setTitle] = useState('')
  const [category, setCategory] = useState(begun.category)
  const [compoundId, setCompoundId] = useState(
    begun.compoundId ?? (tree.compounds.length === 1 ? tree.compounds[0]?.compoundId : undefined),
  )
  const [buildingIds, setBuildingIds] = useState<readonly string[]>([])
  const [fromAt, setFromAt] = useState(() => begun.since ?? new Date().toISOString())
  const [untilAt, setUntilAt] = useState<string>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)

  const compound = tree.compounds.find((c) => c.compoundId === compoundId)
  const [name, said] = [title.trim(), words.trim()]
  const reversed = untilAt !== undefined && Date.parse(untilAt) <= Date.parse(fromAt)
  const need = (missing: boolean, says: string) => (tried && missing ? says : undefined)
  const save = async () => {
    setTried(true)
    if (name === '' || said === '' || !category || !compoundId || reversed) return
    const made = await open.create({
      communityId,
      compoundId,
      title: name,
      category,
      ...(buildingIds.length > 0 && { buildingIds: [...buildingIds] }),
      fromAt,
      ...(untilAt && { untilAt }),
      words: said,
      ...(begun.whistleIds.length > 0 && { whistleIds: [...begun.whistleIds] }),
    })
    if (made) props.onOpened(made.id)
  }
  return (
    <Screen
      title="发一个一事一告"
      foot={
        <>
          <Refused by={open.refusal} />
          <MainButton busy={open.busy} onTap={() => void save()}>
            告诉大家
          </MainButton>
        </>
      }
    >
      <View className="d-detail">
        <Quiet>停水、电梯停用这样许多人遇到的同一件事，说一次，所有人都能看到，也一起答复。</Quiet>
        {begun.whistleIds.length > 0 && <Quiet>{`有 ${begun.whistleIds.length} 件哨会加进来。`}</Quiet>}
        <TextField
          label="什么事"
          value={title}
          onInput={setTitle}
          max={40}
          placeholder="比如 全小区停水"
          error={need(name === '', '请写明是什么事') ?? fieldSays(open.refusal, 'title')}
        />
        <PickLine
          label="哪一类"
          options={categories.map((c) => ({ value: c, label: categoryWords[c] }))}
          value={category}
          without="选哪一类"
          error={need(category === undefined, '请选哪一类')}
          onChange={(picked) => setCategory(picked)}
        />
        <PickLine
          label="哪个小区"
          options={tree.compounds.map((c) => ({
            value: c.compoundId,
            label: c.name,
            hint: `${homesIn(c)} 户`,
          }))}
          value={compoundId}
          without="选小区"
          error={need(compoundId === undefined, '请选小区')}
          onChange={(picked) => {
            setCompoundId(picked)
            setBuildingIds([])
          }}
        />
        {compound && compound.buildings.length > 1 && (
          <Ticks
            label="哪几栋（不选就是整个小区）"
            options={compound.buildings.map((b) => ({ value: b.buildingId, label: b.name }))}
            value={buildingIds}
            onChange={setBuildingIds}
          />
        )}
        <MomentField label="从什么时候" value={fromAt} onChange={setFromAt} />
        <View className="k-field">
          <View className="k-label">到什么时候</View>
          <Segments
            label="到什么时候"
            options={ends}
            value={untilAt === undefined ? 'open' : 'known'}
            onChange={(end) =>
              setUntilAt(end === 'open' ? undefined : new Date(Date.parse(fromAt) + 4 * hour).toISOString())
            }
          />
        </View>
        {untilAt !== undefined && (
          <MomentField
            label="预计结束"
            value={untilAt}
            onChange={setUntilAt}
            error={reversed ? '结束的时间要在开始的时间以后' : undefined}
          />
        )}
        <TextField
          label="现在知道什么，要怎么办"
          value={words}
          onInput={setWords}
          long
          max={wordsAtMost}
          placeholder="比如 主管爆了，水厂在抢修，请先存水"
          error={need(said === '', '请写下现在知道的') ?? fieldSays(open.refusal, 'words')}
        />
      </View>
    </Screen>
  )
}
