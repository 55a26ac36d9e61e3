import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Offline, Refusal } from '../../kernel/api'
import { back } from '../../kernel/go'
import { MainButton, PlainButton, Refused, Says, Screen } from '../../kernel/ui'
import { type Created, queuedSays } from '../parts/useCreate'
import '../parts/desk.scss'

/** What every form of this page keeps: whether saving was tried, and what was done. */
export function useForm() {
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  return {
    tried,
    done,
    try: () => setTried(true),
    say: setDone,
    finish: (made: Created | undefined, says: string) => {
      if (made) setDone(made.queued ? queuedSays : says)
    },
    again() {
      setTried(false)
      setDone(undefined)
    },
  }
}

/** A form with its one act, and what it says once done. */
export function FormShell(props: {
  title: string
  act: string
  onSave(): void
  busy: boolean
  refusal?: Refusal | Offline
  done?: string
  /** Makes one more of the same kind. */
  again?: { says: string; onTap(): void }
  children: ReactNode
}) {
  if (props.done !== undefined)
    return (
      <Screen title={props.title}>
        <Says tone="pine">{props.done}</Says>
        <View className="d-acts">
          <MainButton onTap={back}>好了，回去</MainButton>
          {props.again && <PlainButton onTap={props.again.onTap}>{props.again.says}</PlainButton>}
        </View>
      </Screen>
    )
  return (
    <Screen
      title={props.title}
      foot={
        <>
          <Refused by={props.refusal} />
          <MainButton busy={props.busy} onTap={props.onSave}>
            {props.act}
          </MainButton>
        </>
      }
    >
      <View className="d-detail">{props.children}</View>
    </Screen>
  )
}
