import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { isBrowser, useLargeType, useWide } from '../device'
import { rememberWanted } from '../entry'
import { back, go, type PageName, readParams, startOver, tabs } from '../go'
import { useOnline } from '../network'
import { useQueue } from '../queue'
import { isSignedIn, useMe } from '../session'
import { useUnreadOnShow } from '../unread'
import { Rail } from './Rail'
import { Tap } from './Tap'

function Bars({ offline }: { offline: string }) {
  const isOnline = useOnline()
  const { items } = useQueue()
  if (isOnline && items.length === 0) return null
  const refused = items.filter((w) => w.refusal !== undefined).length
  const waits = refused > 0 ? `${refused} 条没办成` : `${items.length} 条待传`
  return (
    <Tap
      className="k-offline"
      onTap={items.length > 0 ? () => go('account/queue') : undefined}
      label={items.length > 0 ? `${waits}，去看看` : '没有信号'}
    >
      <View>{isOnline ? (refused > 0 ? '有内容要你看一下' : '正在发送') : offline}</View>
      {items.length > 0 ? (
        <View className="k-offline-waits">
          {waits}
          <View className="k-chevron" />
        </View>
      ) : null}
    </Tap>
  )
}

/** The browser has no bar of its own; WeChat draws one with the same title. */
function TitleBar({ title, isTab, canLeave }: { title: string; isTab: boolean; canLeave: boolean }) {
  if (!isBrowser) return null
  return (
    <View className={`k-bar${isTab ? ' k-bar-tab' : ''}`}>
      {canLeave ? (
        <Tap className="k-bar-back" onTap={back} label="返回">
          <View className="k-chevron k-chevron-left" />
        </Tap>
      ) : null}
      <View className="k-bar-title" ariaRole="heading">
        {title}
      </View>
    </View>
  )
}

function isOnTop(path: string): boolean {
  const pages = Taro.getCurrentPages()
  return pages[pages.length - 1]?.route?.includes(path) ?? true
}

export interface ScreenProps {
  title?: string
  children: ReactNode
  /** What stays at the bottom within the thumb's reach: the one act. */
  foot?: ReactNode
  /** What is said of this page while there is no signal. */
  offline?: string
  /** Uses the whole width of a wide screen instead of a readable column. */
  wide?: boolean
  /** Read without a session too, as whoever holds a paper does. */
  forAnyone?: boolean
}

/** The frame of every page: type and colours, what is offline or waiting, the title, the act at the foot. */
export function Screen({
  title,
  children,
  foot,
  offline = '没有信号，能看上次的内容',
  wide: full,
  forAnyone = false,
}: ScreenProps) {
  const large = useLargeType()
  const wide = useWide()
  const { me } = useMe()
  const router = useRouter()
  const path = (router.path ?? '').split('?')[0]!.replace(/^\//, '')
  const isTab = (tabs as readonly string[]).includes(path)
  const isStart = path.startsWith('start/')
  // the messages themselves tell how many of them are new
  useUnreadOnShow(isTab && path !== 'inbox/index')

  // a tab stays alive under the others, and the bar belongs to the page on top
  useEffect(() => {
    if (title !== undefined && isOnTop(path)) void Taro.setNavigationBarTitle({ title })
  }, [title, path])
  useDidShow(() => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title })
  })

  // the tab bar of the browser build stands outside every page
  useEffect(() => {
    if (isBrowser) document.body.classList.toggle('large', large)
  }, [large])

  // a link may lead anywhere; whoever is not signed in goes there afterwards
  useEffect(() => {
    if (isStart || forAnyone || isSignedIn()) return
    if (!isTab) rememberWanted(path as PageName, readParams(router.params))
    startOver('start/index')
  }, [isStart, isTab, forAnyone, path, router.params])

  const classes = ['k-screen', isTab && 'is-tab', wide && 'is-wide', full && 'is-full', large && 'large']
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      {wide && !isStart && me ? <Rail here={path} /> : null}
      <View className="k-page">
        <View className="k-top">
          <Bars offline={offline} />
          {title === undefined ? null : (
            <TitleBar title={title} isTab={isTab} canLeave={!isTab && !isStart} />
          )}
        </View>
        <View className="k-body">{children}</View>
        {foot ? <View className="k-foot">{foot}</View> : null}
      </View>
    </View>
  )
}
