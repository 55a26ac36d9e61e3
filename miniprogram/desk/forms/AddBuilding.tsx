import { useState } from 'react'
import { Quiet, TextField } from '../../kernel/ui'
import { fieldSays } from '../parts/saidIn'
import { Tags } from '../parts/Tags'
import { useCreate } from '../parts/useCreate'
import { FormShell, useForm } from './FormShell'

const quick = [1, 2, 3, 4, 6]

/** `1单元、2单元 3单元` → three names, each once. */
export const readEntrances = (text: string): string[] => [
  ...new Set(text.split(/[\s、，,；;]+/).filter((name) => name !== '')),
]

const upTo = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}单元`).join('、')

export function AddBuilding(props: { communityId: string; compoundId: string; compound: string }) {
  const { communityId, compoundId } = props
  const form = useForm()
  const add = useCreate('place.addBuilding')
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const entrances = readEntrances(words)
  const save = async () => {
    form.try()
    if (name.trim() === '') return
    form.finish(
      await add.create({ communityId, compoundId, name, entrances }, `${props.compound} 登记 ${name.trim()}`),
      `${props.compound} ${name.trim()} 已经登记。`,
    )
  }
  return (
    <FormShell
      title="登记一栋楼"
      act="登记"
      onSave={() => void save()}
      busy={add.busy}
      refusal={add.refusal}
      done={form.done}
      again={{
        says: '再登记一栋',
        onTap: () => {
          setName('')
          form.again()
        },
      }}
    >
      <Quiet>{props.compound}</Quiet>
      <TextField
        label="楼栋"
        value={name}
        onInput={setName}
        max={40}
        placeholder="比如 9栋"
        error={form.tried && name.trim() === '' ? '请填写' : fieldSays(add.refusal, 'name')}
      />
      <TextField
        label="单元（没有就不填）"
        value={words}
        onInput={setWords}
        max={400}
        placeholder="1单元、2单元"
        hint={entrances.length > 0 ? `一共 ${entrances.length} 个单元` : '几个单元之间用顿号或空格隔开'}
        error={fieldSays(add.refusal, 'entrances')}
      />
      <Tags
        label="几个单元"
        words={quick.map((n) => `${n} 个单元`)}
        onPick={(w) => setWords(upTo(Number.parseInt(w, 10)))}
      />
    </FormShell>
  )
}
