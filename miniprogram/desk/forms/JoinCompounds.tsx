import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import type { ManagementMode } from '../../../shared/place/modes'
import { DayField, Says, TextField } from '../../kernel/ui'
import { fieldSays } from '../parts/saidIn'
import { Ticks } from '../parts/Ticks'
import { saySize, type Tree } from '../parts/treeOf'
import { useCreate } from '../parts/useCreate'
import { Consequences } from './Consequences'
import { FormShell, useForm } from './FormShell'
import { ModeField } from './ModeField'
import { sameNames, sayFew, sayJoin } from './reshapeWords'

export function JoinCompounds({ tree }: { tree: Tree }) {
  const form = useForm()
  const join = useCreate('place.join')
  const [compoundIds, setCompounds] = useState<string[]>([])
  const [name, setName] = useState('')
  const [management, setManagement] = useState<ManagementMode>('selfManaged')
  const [from, setFrom] = useState(() => dayOf(new Date()))
  const chosen = tree.compounds.filter((c) => compoundIds.includes(c.compoundId))
  const twice = sameNames(chosen)
  const save = async () => {
    form.try()
    if (chosen.length < 2 || name.trim() === '') return
    form.finish(
      await join.create({ communityId: tree.communityId, name, management, from, compoundIds }),
      `${chosen.length} 个小区已经合并为“${name.trim()}”。`,
    )
  }
  return (
    <FormShell
      title="合并小区"
      act={chosen.length < 2 ? '合并' : `把这 ${chosen.length} 个小区合并`}
      onSave={() => void save()}
      busy={join.busy}
      refusal={join.refusal}
      done={form.done}
    >
      <Ticks
        label="哪几个小区合成一个"
        options={tree.compounds.map((c) => ({ value: c.compoundId, label: c.name, hint: saySize(c) }))}
        value={compoundIds}
        onChange={setCompounds}
        error={form.tried && chosen.length < 2 ? '至少选两个小区' : undefined}
      />
      <TextField
        label="合并以后叫什么"
        value={name}
        onInput={setName}
        max={40}
        error={form.tried && name.trim() === '' ? '请填写' : fieldSays(join.refusal, 'name')}
      />
      <ModeField value={management} onChange={setManagement} label="合并以后怎么管" />
      <DayField
        label="从哪天起"
        value={from}
        onChange={setFrom}
        hint="可以是以前的日子，不能晚于今天"
        error={fieldSays(join.refusal, 'from')}
      />
      {twice.length > 0 && (
        <Says tone="sun">{`几个小区里都有 ${sayFew(twice)}，同一个小区里楼栋不能重名，这样合不成。`}</Says>
      )}
      {chosen.length > 1 && <Consequences lines={sayJoin(chosen, name.trim(), from)} />}
    </FormShell>
  )
}
