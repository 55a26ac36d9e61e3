import { MainButton, PlainButton, Progress, Quiet, Says, Sheet, Skeleton } from '../../kernel/ui'
import { DispatchSheet } from './DispatchSheet'
import type { Chosen } from './useChosen'

const severalCompounds = '选上的不在同一个小区。一次只能派同一个小区的，请去掉几件。'

/** Those that stay ticked because they were refused, each with why. */
export const Unsent = ({ chosen }: { chosen: Chosen }) => (
  <>
    {chosen.refused.map((a) => (
      <Says key={a.whistleId} tone="vermilion">{`${a.title}：没派成。${a.refused}`}</Says>
    ))}
  </>
)

/** The act on what is ticked, within the thumb's reach. */
export function SendFoot({ chosen }: { chosen: Chosen }) {
  const { ticked, standings } = chosen
  const asking = ticked.length > 0 && standings.compoundId === undefined
  return (
    <>
      {standings.compoundId === null && <Says tone="sun">{severalCompounds}</Says>}
      {asking && standings.failed !== undefined && <Says tone="vermilion">{standings.failed}</Says>}
      {asking && standings.failed !== undefined ? (
        <PlainButton onTap={chosen.changed}>再试一次</PlainButton>
      ) : (
        <MainButton
          onTap={() => chosen.sendThese()}
          busy={asking}
          disabled={ticked.length === 0 || standings.compoundId === null}
        >
          {ticked.length === 0 ? '先在左边打勾' : `${ticked.length} 件派给…`}
        </MainButton>
      )}
      <PlainButton onTap={chosen.drop}>不选了</PlainButton>
    </>
  )
}

/** How far it is, and what each was answered. */
function Sending({ chosen }: { chosen: Chosen }) {
  const { answered, of, busy, stop } = chosen.many
  const done = answered.filter((a) => a.refused === undefined).length
  return (
    <>
      {busy ? (
        <Progress
          done={answered.length}
          of={of}
          says={`派到第 ${answered.length} 件，一共 ${of} 件`}
          onStop={stop}
        />
      ) : (
        <Quiet>{`一共 ${of} 件，派好了 ${done} 件。${done < of ? '没派成的没有动，可以再派。' : ''}`}</Quiet>
      )}
      {answered.map((a) => (
        <Says key={a.whistleId} tone={a.refused === undefined ? 'pine' : 'vermilion'}>
          {`${a.title}：${a.refused ?? '派好了'}`}
        </Says>
      ))}
      {!busy && <MainButton onTap={chosen.close}>好了</MainButton>}
    </>
  )
}

/** Where it is said to whom they go. */
function Saying({ chosen }: { chosen: Chosen }) {
  const { compoundId, failed } = chosen.standings
  const [category, another] = chosen.categories
  if (compoundId === null) return <Says tone="sun">{severalCompounds}</Says>
  if (compoundId !== undefined)
    return (
      <DispatchSheet
        communityId={chosen.communityId}
        compoundId={compoundId}
        category={another === undefined ? category : undefined}
        whistles={chosen.toSend}
        form={chosen.form}
        change={chosen.fillIn}
        onSend={(order) => void chosen.send(order)}
        onClose={chosen.close}
      />
    )
  if (failed === undefined) return <Skeleton />
  return (
    <>
      <Says tone="vermilion">{failed}</Says>
      <PlainButton onTap={chosen.changed}>再试一次</PlainButton>
    </>
  )
}

export function SendSheet({ chosen }: { chosen: Chosen }) {
  const { busy, answered } = chosen.many
  return (
    <Sheet open={chosen.isSending} title="派给…" onClose={chosen.close}>
      {busy || answered.length > 0 ? <Sending chosen={chosen} /> : <Saying chosen={chosen} />}
    </Sheet>
  )
}
