import { useState } from 'react'
import { type ManagementMode, managementWords } from '../../../shared/place/modes'
import { useAct } from '../../kernel/act'
import { Quiet } from '../../kernel/ui'
import type { CompoundInTree } from '../parts/treeOf'
import { FormShell, useForm } from './FormShell'
import { ModeField } from './ModeField'

export function SetManagement({ communityId, compound }: { communityId: string; compound: CompoundInTree }) {
  const form = useForm()
  const set = useAct('place.setManagement')
  const [management, setManagement] = useState<ManagementMode>(compound.management)
  const save = async () => {
    if (await set.run({ communityId, compoundId: compound.compoundId, management }))
      form.say(`${compound.name} 现在是${managementWords[management]}。`)
  }
  return (
    <FormShell
      title="改管理方式"
      act="改好"
      onSave={() => void save()}
      busy={set.busy}
      refusal={set.refusal}
      done={form.done}
    >
      <Quiet>{compound.name}</Quiet>
      <ModeField value={management} onChange={setManagement} />
    </FormShell>
  )
}
