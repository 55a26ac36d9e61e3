import { Button, View } from '@tarojs/components'
import { useState } from 'react'
import { useAct } from '../kernel/act'
import { isBrowser } from '../kernel/device'
import { type Me, reloadMe } from '../kernel/session'
import { Card, Heading, Quiet, Refused, Row, Says } from '../kernel/ui'

/** Only the platform can vouch for a number; a typed one proves nothing. */
export function Phone({ me }: { me: Me }) {
  const bind = useAct('me.phone')
  const [bound, setBound] = useState<string[]>()
  const take = async (code: string | undefined) => {
    if (!code) return
    const answer = await bind.run({ code })
    if (!answer) return
    setBound(answer.bound)
    await reloadMe()
  }
  return (
    <Card>
      <Heading>手机号</Heading>
      <Row
        left={me.phone ?? '还没有绑定'}
        quiet={me.phone ? '只显示一部分，别人看全号会留下记录' : undefined}
      />
      {bound === undefined ? null : (
        <Says tone="pine">
          {bound.length > 0
            ? `绑好了，名册上有你：${bound.join('、')}`
            : '绑好了。名册上没有这个号码，请认领你的家，等楼栋长核实。'}
        </Says>
      )}
      {isBrowser ? (
        me.phone ? null : (
          <Quiet>
            在浏览器里绑不了：手机号要微信来证明。请在微信里打开绑定，或请楼栋长、社区核实你住在哪。
          </Quiet>
        )
      ) : (
        <View>
          <Button
            className="k-button k-button-plain"
            openType="getPhoneNumber"
            loading={bind.busy}
            onGetPhoneNumber={(e) => void take(e.detail.code)}
          >
            {me.phone ? '换一个手机号' : '用微信绑定手机号'}
          </Button>
        </View>
      )}
      <Refused by={bind.refusal} />
    </Card>
  )
}
