import { isBrowser } from '../kernel/device'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, MainButton, Screen } from '../kernel/ui'
import { CodeSheet } from './parts/CodeSheet'
import { NotYours } from './parts/NotYours'

/** A sheet to print once and hang: one code for each checkpoint, which stays the same whatever else is changed. */
export default function PatrolCodes() {
  const { can } = useMe()
  const { communityId, planId } = useParams<{ communityId: string; planId: string }>()
  const allowed = communityId !== undefined && planId !== undefined && can('patrol.codes', { communityId })
  const codes = useLoad('patrol.codes', allowed ? { communityId, planId } : null)
  if (!allowed)
    return (
      <Screen title="二维码">
        <NotYours what="打印二维码" />
      </Screen>
    )
  const print = isBrowser && codes.data && codes.data.items.length > 0 && (
    <MainButton onTap={() => window.print()}>打印这些二维码</MainButton>
  )
  return (
    <Screen title="巡查点的二维码" wide foot={print || undefined}>
      <Faces of={codes} lines={4}>
        {(data) => (
          <CodeSheet
            items={data.items}
            under={data.plan}
            help={`${data.plan} 一共 ${data.items.length} 个。剪下来贴在每个巡查点，换了安排也不用重新打印。`}
            says="巡查打卡用，到了扫一扫"
          />
        )}
      </Faces>
    </Screen>
  )
}
