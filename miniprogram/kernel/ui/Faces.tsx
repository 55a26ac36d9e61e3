import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Listed, Loaded } from '../load'
import { Offline, type Said } from '../refused'
import { MainButton, PlainButton } from './Buttons'
import { Says } from './Says'
import { Tap } from './Tap'

const rows = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`)

/** As tall as what is coming, so that nothing jumps. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => (
  <View className="k-skeleton" ariaRole="status" ariaLabel="正在打开">
    {rows(lines).map((key) => (
      <View className="k-card" key={key}>
        <View className="k-bone k-bone-long" />
        <View className="k-bone k-bone-short" />
      </View>
    ))}
  </View>
)

export interface EmptyProps {
  says: string
  /** Why it is empty, or what will come here. */
  more?: string
  act?: string
  onAct?: () => void
}

export const Empty = ({ says, more, act, onAct }: EmptyProps) => (
  <View className="k-empty">
    <View className="k-empty-picture">
      <View className="k-empty-roof" />
      <View className="k-empty-house" />
    </View>
    <View className="k-empty-says">{says}</View>
    {more ? <View className="k-quiet">{more}</View> : null}
    {act && onAct ? (
      <View className="k-empty-act">
        <MainButton onTap={onAct}>{act}</MainButton>
      </View>
    ) : null}
  </View>
)

const Failed = ({ error, onRetry }: { error?: Said; onRetry: () => void }) => (
  <View className="k-empty" ariaRole="alert">
    <View className="k-empty-says">{error instanceof Offline ? '现在没有信号' : '没能打开'}</View>
    <View className="k-quiet">
      {error instanceof Offline ? '连上后会自动再试，也可以自己试一次。' : (error?.message ?? '请再试一次。')}
    </View>
    <View className="k-empty-act">
      <PlainButton onTap={onRetry}>再试一次</PlainButton>
    </View>
  </View>
)

/** What is shown is from before: said quietly above it, with a way to try again. */
const FromBefore = ({ error, onRetry }: { error?: Said; onRetry: () => void }) =>
  error ? (
    <Tap className="k-before" onTap={onRetry} label="再试一次">
      <View>{error instanceof Offline ? '没有信号，这是上次看到的内容' : `没能更新：${error.message}`}</View>
      <View className="k-before-again">再试一次</View>
    </Tap>
  ) : null

/** One answer in all its faces: coming, empty, there, failed, from before. */
export function Faces<T>({
  of,
  empty,
  isEmpty,
  children,
  lines,
}: {
  of: Loaded<T>
  empty?: EmptyProps
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
  lines?: number
}) {
  if (of.data === undefined) {
    return of.state === 'failed' ? (
      <Failed error={of.error} onRetry={of.reload} />
    ) : (
      <Skeleton lines={lines} />
    )
  }
  return (
    <>
      <FromBefore error={of.error} onRetry={of.reload} />
      {empty && isEmpty?.(of.data) ? <Empty {...empty} /> : children(of.data)}
    </>
  )
}

/** A list in all its faces, twenty at a time. */
export function ListFaces<T>({
  of,
  empty,
  children,
  lines,
  keyOf,
}: {
  of: Listed<T>
  empty: EmptyProps
  children: (item: T, index: number) => ReactNode
  lines?: number
  keyOf?: (item: T) => string
}) {
  if (of.state !== 'ready') {
    return of.state === 'failed' ? (
      <Failed error={of.error} onRetry={of.reload} />
    ) : (
      <Skeleton lines={lines} />
    )
  }
  return (
    <>
      <FromBefore error={of.error} onRetry={of.reload} />
      {of.items.length === 0 ? <Empty {...empty} /> : null}
      {of.items.map((item, i) => (
        <View className="k-list-item" key={keyOf?.(item) ?? i}>
          {children(item, i)}
        </View>
      ))}
      {of.items.length > 0 && !of.done ? (
        <PlainButton onTap={of.more} busy={of.loadingMore}>
          再看一些
        </PlainButton>
      ) : null}
    </>
  )
}

/** What an act was answered with, below it. */
export const Refused = ({ by }: { by?: Said }) => (by ? <Says tone="vermilion">{by.message}</Says> : null)
