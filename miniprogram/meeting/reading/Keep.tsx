import { Text, View } from '@tarojs/components'
import { sha256Hex } from '../../../shared/kernel/hash'
import { call } from '../../kernel/api'
import { done, type Told, useDoing } from '../../kernel/doing'
import { keepDocument, keepText } from '../../kernel/keep'
import { Card, Label, PlainButton, Quiet, Says } from '../../kernel/ui'
import type { Minutes } from '../writing/book'
import { keyOf } from './SayingSheet'

/** To print and to put away; and how anybody can see that nothing was changed since. */
export function Keep({ minutes }: { minutes: Minutes }) {
  const { busy, told, run } = useDoing()
  const { hash } = minutes
  const print = async () => done(keepDocument(await call('minutes.print', keyOf(minutes))))
  const check = async (): Promise<Told> => {
    const { text } = await call('minutes.export', keyOf(minutes))
    return sha256Hex(text) === hash
      ? { tone: 'pine', says: '核对过了：和公布那天的一个字不差。' }
      : { tone: 'vermilion', says: '和公布那天的对不上，请告诉社区。' }
  }
  const take = async () => done(keepText(await call('minutes.export', keyOf(minutes))))
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
