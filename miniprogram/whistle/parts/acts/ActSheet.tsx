import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Said } from '../../../kernel/refused'
import { MainButton, PlainButton, Refused, Sheet } from '../../../kernel/ui'
import type { Whistle } from '../words'
import '../whistle.scss'

/** By what every step names its whistle. */
export const keyOf = ({ communityId, whistleId }: Pick<Whistle, 'communityId' | 'whistleId'>) => ({
  communityId,
  whistleId,
})

/** What every act is given. */
export interface ActProps {
  whistle: Whistle
  onClose(): void
  /** It is done; these words stand above the whistle as it is now. What was refused stays in the sheet, with what was typed. */
  onDone(says: string): void
}

/** The frame of an act: its form, what was refused, and the one button. */
export const ActSheet = ({
  title,
  act,
  onAct,
  busy,
  refusal,
  onClose,
  children,
  tone = 'pine',
  also,
}: {
  title: string
  act: string
  onAct(): void
  busy: boolean
  refusal: Said | undefined
  onClose(): void
  children?: ReactNode
  tone?: 'pine' | 'vermilion'
  /** A second way to end it. */
  also?: { says: string; onTap(): void }
}) => (
  <Sheet open title={title} onClose={onClose}>
    {children}
    <Refused by={refusal} />
    <View className="w-act-main">
      <MainButton tone={tone} busy={busy} onTap={onAct}>
        {act}
      </MainButton>
    </View>
    <View className="w-acts">
      {also ? (
        <PlainButton disabled={busy} onTap={also.onTap}>
          {also.says}
        </PlainButton>
      ) : null}
      <PlainButton onTap={onClose}>以后再说</PlainButton>
    </View>
  </Sheet>
)
