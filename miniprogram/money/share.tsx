import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Method, methods } from '../../shared/apportion/methods'
import { methodWords, tableIsOurs } from '../../shared/apportion/words'
import type { Input } from '../../shared/contract'
import { sayYuan } from '../../shared/kernel/money'
import { useCreate } from '../desk/parts/useCreate'
import { useAct } from '../kernel/act'
import { goInstead } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Card, Choice, Label, MainButton, PlainButton, Quiet, Refused, Says, TextField } from '../kernel/ui'
import { readYuan } from '../kernel/yuan'
import { type Books, BooksScreen } from './parts/books'
import { ResolutionPick, SumField } from './parts/fields'
import { HomesPick, type ShareHome } from './sharing/HomesPick'
import { type Result, Shares } from './sharing/Shares'
import { readTable, startTable, TableFields } from './sharing/TableFields'

type Asked = Omit<Input<'apportion.preview'>, keyof Books>

/** How much, by what, between whom: worked out first, and kept only when it is wanted. */
function Share({ books }: { books: Books }) {
  const { can } = useMe()
  const preview = useAct('apportion.preview')
  const add = useCreate('apportion.add')
  const [typed, setTyped] = useState('')
  const [method, setMethod] = useState<Method>('floor')
  const [homes, setHomes] = useState<readonly ShareHome[]>([])
  const [table, setTable] = useState(startTable)
  const [name, setName] = useState('')
  const [resolutionId, setResolution] = useState<string>()
  const [worked, setWorked] = useState<{ of: Asked; result: Result }>()
  const [tried, setTried] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const fen = readYuan(typed)
  const floors = [...new Set(homes.flatMap((h) => (h.floor === null ? [] : [h.floor])))].sort((a, b) => a - b)
  const read = readTable(table, floors)
  const isByFloor = method === 'floor'
  const lacksFloor = isByFloor && homes.some((h) => h.floor === null)
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setWorked(undefined)
      set(value)
    }
  const work = async () => {
    setTried(true)
    if (fen === undefined || homes.length === 0 || (isByFloor && (read === undefined || lacksFloor))) return
    const of: Asked = {
      fen,
      method,
      homes: homes.map(({ homeId, floor }) => ({ homeId, ...(isByFloor && floor !== null && { floor }) })),
      ...(isByFloor && { table: read }),
    }
    const result = await preview.run({ ...books, ...of })
    if (result) setWorked({ of, result })
  }
  const keep = async () => {
    setKeeping(true)
    if (worked === undefined || name.trim() === '') return
    const made = await add.create({
      ...books,
      ...worked.of,
      name: name.trim(),
      ...(resolutionId && { resolutionId }),
    })
    if (made) goInstead('money/apportion', { ...books, apportionmentId: made.id })
  }
  return (
    <>
      <SumField label="一共多少元" value={typed} onInput={changed(setTyped)} tried={tried} />
      <Choice
        label="怎么摊"
        options={methods.map((value) => ({ value, label: methodWords[value] }))}
        value={method}
        onChange={changed(setMethod)}
      />
      <HomesPick
        books={books}
        value={homes}
        onChange={changed(setHomes)}
        error={tried && homes.length === 0 ? '请选哪些户一起摊' : undefined}
      />
      {isByFloor && floors.length > 0 ? (
        <Card>
          <Label>楼层系数</Label>
          <Quiet>{`${tableIsOurs}。`}</Quiet>
          <TableFields floors={floors} value={table} onChange={changed(setTable)} tried={tried} />
        </Card>
      ) : null}
      {lacksFloor ? <Says tone="sun">有的住户看不出是几楼，按楼层摊要先补上楼层，或换一种摊法。</Says> : null}
      <Refused by={preview.refusal} />
      <MainButton busy={preview.busy} onTap={() => void work()}>
        {fen === undefined ? '算一算' : `算一算 ${sayYuan(fen)} 怎么摊`}
      </MainButton>
      {worked ? (
        <>
          <Shares result={worked.result} />
          {can('apportion.add', books) ? (
            <Card>
              <Label>存下来给大家看</Label>
              <TextField
                label="叫什么"
                value={name}
                onInput={setName}
                max={40}
                placeholder="比如 9栋1单元加装电梯"
                error={keeping && name.trim() === '' ? '请写叫什么' : undefined}
              />
              <ResolutionPick
                books={books}
                label="依据哪条决议（可以不选）"
                value={resolutionId}
                onChange={setResolution}
              />
              <Refused by={add.refusal} />
              <PlainButton busy={add.busy} onTap={() => void keep()}>
                存下来
              </PlainButton>
            </Card>
          ) : null}
        </>
      ) : null}
      <View>
        <Quiet>算一算不收钱。定下来要按决议来收。</Quiet>
      </View>
    </>
  )
}

export default function SharePage() {
  return (
    <BooksScreen act="apportion.preview" title="算一次分摊" what="算分摊">
      {(books) => <Share books={books} />}
    </BooksScreen>
  )
}
