import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { sha256Hex } from '../../../shared/kernel/hash'
import { call } from '../../kernel/api'
import { asSaid } from '../../kernel/refused'
import { Card, Label, PlainButton, Quiet, Says, type Tone } from '../../kernel/ui'
import type { Minutes } from '../writing/book'
import { keepDocument, keepText } from './keepDocument'
import { keyOf } from './SayingSheet'

interface Told {
  tone: Tone
  says: string
}

/** One thing at a time, and what came of it below. */
function useDoing() {
  const [busy, setBusy] = useState<string>()
  const [told, setTold] = useState<Told>()
  const run = async (what: string, does: () => Promise<Told>) => {
    if (busy !== undefined) return
    setBusy(what)
    setTold(undefined)
    try {
      setTold(await does())
    } catch (reason) {
      setTold({ tone: 'vermilion', says: asSaid(reason).message })
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, told, run }
}

/** To print and to put away; and how anybody can see that nothing was changed since. */
export function Keep({ minutes }: { minutes: Minutes }) {
  const { busy, told, run } = useDoing()
  const { hash } = minutes
  const print = async (): Promise<Told> => {
    const { fileName, base64 } = await call('minutes.print', keyOf(minutes))
    return { tone: 'pine', says: await keepDocument(fileName, base64) }
  }
  const check = async (): Promise<Told> => {
    const { text } = await call('minutes.export', keyOf(minutes))
    return sha256Hex(text) === hash
      ? { tone: 'pine', says: '核对过了：和公布那天的一个字不差。' }
      : { tone: 'vermilion', says: '和公布那天的对不上，请告诉社区。' }
  }
  const take = async (): Promise<Told> => {
    const { fileName, text } = await call('minutes.export', keyOf(minutes))
    return { tone: 'pine', says: await keepText(fileName, text) }
  }
  return (
    <Card>
      <Label>存一份</Label>
      <PlainButton busy={busy === 'print'} onTap={() => void run('print', print)}>
        打印出来（Word 文件）
      </PlainButton>
      {hash === null ? null : (
        <>
          <Quiet>公布以后不再改。下面这一串是原文的“指纹”，原文动一个字，指纹就不一样。</Quiet>
          <Text className="m-hash" userSelect>
            {hash}
          </Text>
          <View className="d-acts">
            <PlainButton busy={busy === 'check'} onTap={() => void run('check', check)}>
              核对有没有改过
            </PlainButton>
            <PlainButton busy={busy === 'take'} onTap={() => void run('take', take)}>
              存下原文
            </PlainButton>
          </View>
        </>
      )}
      {told ? <Says tone={told.tone}>{told.says}</Says> : null}
    </Card>
  )
}
