import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../shared/kernel/time'
import { eraseWord } from '../../shared/me/words'
import { useAct } from '../kernel/act'
import { startOver } from '../kernel/go'
import { dropAllWaiting } from '../kernel/queue'
import { signOut } from '../kernel/session'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, Says, Screen, TextField } from '../kernel/ui'
import { keepCopy } from './keepCopy'

function Export() {
  const get = useAct('me.export')
  const [said, setSaid] = useState<string>()
  const run = async () => {
    setSaid(undefined)
    const mine = await get.run({})
    if (mine) setSaid(await keepCopy(`我的数据-${dayOf(new Date())}.json`, JSON.stringify(mine, null, 2)))
  }
  return (
    <Card>
      <Heading>导出我的数据</Heading>
      <View>这里存的关于你的一切：住户、身份、申请、登录设备，还有谁看过你的手机号。</View>
      <MainButton onTap={run} busy={get.busy}>
        导出一份
      </MainButton>
      {said ? <Says tone="pine">{said}</Says> : null}
      <Refused by={get.refusal} />
    </Card>
  )
}

function Erase() {
  const erase = useAct('me.erase')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const run = async () => {
    const answer = await erase.run({ confirm: typed.trim() })
    if (!answer) return
    dropAllWaiting()
    signOut()
    startOver('start/index')
  }
  return (
    <Card>
      <Heading>注销账号</Heading>
      <View>名字、手机号、住户关系和身份都会删掉，找不回来。办过的事还留着，但不再写着是你。</View>
      {open ? (
        <>
          <TextField
            label={`想好了，请输入“${eraseWord}”四个字`}
            value={typed}
            onInput={setTyped}
            max={10}
            error={erase.refusal && 'fields' in erase.refusal ? erase.refusal.fields?.confirm : undefined}
          />
          <MainButton
            tone="vermilion"
            onTap={run}
            busy={erase.busy}
            disabled={typed.trim() !== eraseWord}
            label="注销账号，不能恢复"
          >
            注销，不再恢复
          </MainButton>
          <PlainButton
            onTap={() => {
              setOpen(false)
              setTyped('')
              erase.clear()
            }}
          >
            不注销了
          </PlainButton>
          <Refused by={erase.refusal} />
        </>
      ) : (
        <PlainButton tone="vermilion" onTap={() => setOpen(true)}>
          我要注销
        </PlainButton>
      )}
    </Card>
  )
}

export default function Data() {
  return (
    <Screen title="我的数据">
      <Quiet>数据是你的：可以看，可以带走，可以删掉。</Quiet>
      <Export />
      <Erase />
    </Screen>
  )
}
