import { useState } from 'react'
import { readArea } from '../../../shared/kernel/area'
import { type HomeKind, homeKinds, homeKindWords } from '../../../shared/place/modes'
import { Choice, TextField } from '../../kernel/ui'
import { PickOne } from '../parts/ScopePick'
import { fieldSays } from '../parts/saidIn'
import { allBuildings, type Tree } from '../parts/treeOf'
import { useCreate } from '../parts/useCreate'
import { FormShell, useForm } from './FormShell'

const noEntrance = 'none'

export function AddHome(props: { tree: Tree; compoundId?: string; buildingId?: string }) {
  const { tree } = props
  const form = useForm()
  const add = useCreate('place.addHome')
  const [pickedBuilding, setBuilding] = useState(props.buildingId)
  const [entrance, setEntrance] = useState<string>()
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<HomeKind>('dwelling')
  const [area, setArea] = useState('')

  const compounds = tree.compounds.filter((c) => !props.compoundId || c.compoundId === props.compoundId)
  const buildings = allBuildings({ ...tree, compounds })
  const building =
    buildings.find((b) => b.buildingId === pickedBuilding) ??
    (buildings.length === 1 ? buildings[0] : undefined)
  const entrances = building?.entrances ?? []
  const entranceId = entrances.some((e) => e.entranceId === entrance) ? entrance : undefined
  const needsEntrance = entrances.length > 0 && entrance !== noEntrance && entranceId === undefined
  const areaCentiares = readArea(area)

  const save = async () => {
    form.try()
    if (!building || needsEntrance || number.trim() === '' || areaCentiares === undefined) return
    const made = await add.create(
      {
        communityId: tree.communityId,
        buildingId: building.buildingId,
        entranceId: entranceId ?? null,
        number,
        kind,
        areaCentiares,
      },
      `登记 ${building.name} ${number.trim()}`,
    )
    form.finish(made, `${building.name} ${number.trim()} 已经登记。`)
  }
  return (
    <FormShell
      title="登记一户"
      act="登记"
      onSave={() => void save()}
      busy={add.busy}
      refusal={add.refusal}
      done={form.done}
      again={{
        says: '再登记一户',
        onTap: () => {
          setNumber('')
          form.again()
        },
      }}
    >
      <PickOne
        scope="building"
        label="哪栋楼"
        options={buildings.map((b) => ({
          value: b.buildingId,
          label: b.name,
          hint: compounds.length > 1 ? `${b.compound}，${b.homes} 户` : `${b.homes} 户`,
        }))}
        value={building?.buildingId}
        onChange={setBuilding}
        error={form.tried && !building ? '请选楼栋' : undefined}
      />
      {entrances.length > 0 && (
        <Choice
          label="哪个单元"
          options={[
            ...entrances.map((e) => ({ value: e.entranceId, label: e.name })),
            { value: noEntrance, label: '不在单元里', hint: '比如临街的门市' },
          ]}
          value={entranceId ?? (entrance === noEntrance ? noEntrance : undefined)}
          onChange={setEntrance}
          error={form.tried && needsEntrance ? '请选单元' : fieldSays(add.refusal, 'entranceId')}
        />
      )}
      <TextField
        label="房号"
        value={number}
        onInput={setNumber}
        max={20}
        placeholder="比如 701"
        error={form.tried && number.trim() === '' ? '请填写' : fieldSays(add.refusal, 'number')}
      />
      <Choice
        label="类型"
        options={homeKinds.map((k) => ({ value: k, label: homeKindWords[k] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label="面积（平方米）"
        value={area}
        onInput={setArea}
        type="digit"
        max={10}
        placeholder="比如 86.50"
        error={
          form.tried && areaCentiares === undefined
            ? '请填写面积，最多两位小数'
            : fieldSays(add.refusal, 'areaCentiares')
        }
      />
    </FormShell>
  )
}
