import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import type { ManagementMode } from '../../../shared/place/modes'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'
import { Card, DayField, Label, PlainButton, Quiet, Says, TextField } from '../../kernel/ui'
import { Segments } from '../parts/Segments'
import { fieldSays } from '../parts/saidIn'
import type { CompoundInTree, Tree } from '../parts/treeOf'
import { Consequences } from './Consequences'
import { FormShell, useForm } from './FormShell'
import { ModeField } from './ModeField'
import { saySplit } from './reshapeWords'

interface Part {
  id: string
  name: string
  management: ManagementMode
}

const nth = ['第一个', '第二个', '第三个', '第四个', '第五个', '第六个', '第七个', '第八个']

/** Each building goes to one of the new compounds; by name, not by drag. */
export function SplitCompound({ tree, compound }: { tree: Tree; compound: CompoundInTree }) {
  const form = useForm()
  const split = useAct('place.split')
  const newPart = (): Part => ({ id: newId(), name: '', management: compound.management })
  const [parts, setParts] = useState<Part[]>(() => [newPart(), newPart()])
  const [goes, setGoes] = useState<Record<string, string>>({})
  const [from, setFrom] = useState(() => dayOf(new Date()))

  const change = (id: string, to: Partial<Part>) =>
    setParts(parts.map((p) => (p.id === id ? { ...p, ...to } : p)))
  const withBuildings = parts.map((p) => ({
    ...p,
    buildings: compound.buildings.filter((b) => goes[b.buildingId] === p.id),
  }))
  const left = compound.buildings.filter((b) => goes[b.buildingId] === undefined)
  const bare = withBuildings.filter((p) => p.buildings.length === 0)
  const wrong =
    left.length > 0
      ? `还有 ${left.map((b) => b.name).join('、')} 没有分到新小区`
      : bare.length > 0
        ? '每个新小区至少要有一栋楼'
        : undefined

  const save = async () => {
    form.try()
    if (wrong || parts.some((p) => p.name.trim() === '')) return
    const answer = await split.run({
      communityId: tree.communityId,
      compoundId: compound.compoundId,
      from,
      into: withBuildings.map(({ id, name, management, buildings }) => ({
        id,
        name,
        management,
        buildingIds: buildings.map((b) => b.buildingId),
      })),
    })
    if (answer) form.say(`${compound.name} 已经拆成 ${parts.map((p) => `“${p.name.trim()}”`).join('、')}。`)
  }
  const says = (p: Part, i: number) => p.name.trim() || nth[i] || `第 ${i + 1} 个`

  return (
    <FormShell
      title="拆分小区"
      act={`拆成 ${parts.length} 个小区`}
      onSave={() => void save()}
      busy={split.busy}
      refusal={split.refusal}
      done={form.done}
    >
      <Quiet>{`把 ${compound.name} 拆成几个小区`}</Quiet>
      {parts.map((p, i) => (
        <Card key={p.id}>
          <TextField
            label={`${nth[i] ?? `第 ${i + 1} 个`}新小区叫什么`}
            value={p.name}
            onInput={(name) => change(p.id, { name })}
            max={40}
            error={form.tried && p.name.trim() === '' ? '请填写' : fieldSays(split.refusal, `into.${i}.name`)}
          />
          <ModeField value={p.management} onChange={(management) => change(p.id, { management })} />
          {parts.length > 2 && (
            <PlainButton
              onTap={() => {
                setParts(parts.filter((x) => x.id !== p.id))
                setGoes(Object.fromEntries(Object.entries(goes).filter(([, to]) => to !== p.id)))
              }}
            >
              不要这个
            </PlainButton>
          )}
        </Card>
      ))}
      {parts.length < compound.buildings.length && parts.length < nth.length && (
        <PlainButton onTap={() => setParts([...parts, newPart()])}>再多一个新小区</PlainButton>
      )}
      <Card>
        <Label>每栋楼分到哪里</Label>
        {compound.buildings.map((b) => (
          <View key={b.buildingId} className="d-goes">
            <View>{`${b.name} · ${b.homes} 户`}</View>
            <Segments
              label={`${b.name} 分到`}
              options={parts.map((p, i) => ({ value: p.id, label: says(p, i) }))}
              value={goes[b.buildingId] ?? ''}
              onChange={(to) => setGoes({ ...goes, [b.buildingId]: to })}
            />
          </View>
        ))}
      </Card>
      {form.tried && wrong && <Says tone="vermilion">{wrong}</Says>}
      <DayField
        label="从哪天起"
        value={from}
        onChange={setFrom}
        hint="可以是以前的日子，不能晚于今天"
        error={fieldSays(split.refusal, 'from')}
      />
      <Consequences lines={saySplit(compound, withBuildings, from)} />
    </FormShell>
  )
}
