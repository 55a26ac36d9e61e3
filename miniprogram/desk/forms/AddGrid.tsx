import { useState } from 'react'
import { Says, TextField } from '../../kernel/ui'
import { fieldSays } from '../parts/saidIn'
import { Ticks } from '../parts/Ticks'
import { allBuildings, type Tree } from '../parts/treeOf'
import { useCreate } from '../parts/useCreate'
import { FormShell, useForm } from './FormShell'

export function AddGrid({ tree }: { tree: Tree }) {
  const form = useForm()
  const add = useCreate('place.addGrid')
  const [name, setName] = useState('')
  const [buildingIds, setBuildings] = useState<string[]>([])
  const free = allBuildings(tree).filter((b) => b.gridId === null)
  const homes = free.filter((b) => buildingIds.includes(b.buildingId)).reduce((sum, b) => sum + b.homes, 0)
  const save = async () => {
    form.try()
    if (name.trim() === '' || buildingIds.length === 0) return
    form.finish(
      await add.create({ communityId: tree.communityId, name, buildingIds }, `划分网格 ${name.trim()}`),
      `“${name.trim()}”已经划好，有 ${buildingIds.length} 栋楼。接下来给它授予网格员。`,
    )
  }
  return (
    <FormShell
      title="划分网格"
      act="划好"
      onSave={() => void save()}
      busy={add.busy}
      refusal={add.refusal}
      done={form.done}
    >
      <TextField
        label="网格名称"
        value={name}
        onInput={setName}
        max={40}
        placeholder="比如 第一网格"
        error={form.tried && name.trim() === '' ? '请填写' : fieldSays(add.refusal, 'name')}
      />
      {free.length === 0 ? (
        <Says tone="sun">所有楼栋都已经划到网格了。</Says>
      ) : (
        <Ticks
          label={buildingIds.length === 0 ? '哪几栋楼' : `选了 ${buildingIds.length} 栋，${homes} 户`}
          options={free.map((b) => ({
            value: b.buildingId,
            label: b.name,
            hint: `${b.compound}，${b.homes} 户`,
          }))}
          value={buildingIds}
          onChange={setBuildings}
          error={form.tried && buildingIds.length === 0 ? '至少选一栋楼' : undefined}
        />
      )}
    </FormShell>
  )
}
