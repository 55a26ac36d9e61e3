import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { config } from 'zod/mini'
import { carrySigns } from './checkin/kept/sign'
import { followLargeType } from './kernel/device'
import { leaveForLogin } from './kernel/entry'
import { fillIdPool } from './kernel/ids'
import { watchNetwork } from './kernel/network'
import { sendWaiting, watchQueue } from './kernel/queue'
import { isSignedIn, reloadMe, whenSignedOut } from './kernel/session'
import { carryRounds } from './patrol/kept/send'
import './app.scss'

// WeChat's runtime compiles no code from strings
config({ jitless: true })

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    fillIdPool()
    watchNetwork()
    watchQueue()
    carryRounds()
    carrySigns()
    followLargeType()
    whenSignedOut(leaveForLogin)
    if (isSignedIn()) void reloadMe().then(() => sendWaiting())
  })
  return children
}
