import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { codeAt, codeSeconds } from '../../../shared/kernel/minuteCode'
import { isBrowser } from '../../kernel/device'
import { Card, Quiet } from '../../kernel/ui'
import { Qr, type QrText } from './Qr'
import './meeting.scss'

/** The phone at the door must not fall asleep. */
export function useWakefulScreen(): void {
  useEffect(() => {
    if (isBrowser) return
    const keep = (keepScreenOn: boolean) => {
      // a phone that does not let itself be kept awake is touched now and then
      Taro.setKeepScreenOn({ keepScreenOn }).catch(() => {})
    }
    keep(true)
    return () => keep(false)
  }, [])
}

/** The code of this minute by the server's clock, made on the phone: it changes without signal too. */
export function MinuteCode({
  secret,
  clock,
  link,
}: {
  secret: string
  clock(): Date
  /** What it says to whoever scans it. */
  link(code: string): QrText
}) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const turn = setInterval(() => setNow(clock()), 1000)
    return () => clearInterval(turn)
  }, [clock])
  const { code, secondsLeft } = codeAt(secret, now)
  return (
    <Card className="m-code-card">
      <Quiet>{`${link(code)[0] ? '用微信扫一扫' : '用小程序扫一扫'}；扫不了，请在手机上输入这 6 位数字`}</Quiet>
      <View className="m-code-both">
        <Qr text={link(code)} label="签到的二维码" />
        <View className="m-code" ariaLabel={`签到码 ${[...code].join(' ')}`} ariaRole="text">
          <View>{code.slice(0, 3)}</View>
          <View>{code.slice(3)}</View>
        </View>
      </View>
      <View className="m-code-left">
        <View className="m-code-part" style={{ width: `${(secondsLeft / codeSeconds) * 100}%` }} />
      </View>
      <View>{`${secondsLeft} 秒后换，刚才的那个还能用一分钟`}</View>
    </Card>
  )
}
