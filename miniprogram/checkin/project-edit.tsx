import { useState } from 'react'
import type { Input } from '../../shared/contract'
import { addDays, dayOf } from '../../shared/kernel/time'
import { type WantKind, wantKinds } from '../../shared/project/states'
import { wantKindWords } from '../../shared/project/words'
import { PickLine } from '../desk/parts/PickLine'
import { useCreate } from '../desk/parts/useCreate'
import { back, goInstead, useParams } from '../kernel/go'
import { newId } from '../kernel/ids'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, DayField, Faces, Heading, MainButton, Quiet, Refused, Screen, TextField } from '../kernel/ui'
import { Picks } from '../whistle/parts/Picks'
import type { Project } from './parts/ProjectTerms'
import { usePartners } from './parts/usePartners'
import '../desk/parts/desk.scss'

type Says = Pick<Input<'project.offer'>, 'title' | 'need' | 'resource' | 'from' | 'until'>
const halfYear = 180

/** What both sides would put their word to. */
function useSays(first: Partial<Says>) {
  const [says, set] = useState<Says>(() => {
    const today = dayOf(new Date())
    return { title: '', need: '', resource: '', from: today, until: addDays(today, halfYear), ...first }
  })
  const [tried, setTried] = useState(false)
  const wrong = {
    title: says.title.trim() === '' ? '请写一个名字' : undefined,
    need: says.need.trim() === '' ? '请写社区需要什么' : undefined,
    resource: says.resource.trim() === '' ? '请写单位出什么' : undefined,
    until: says.until < says.from ? '结束要晚于开始' : undefined,
  }
  const isWhole = Object.values(wrong).every((w) => w === undefined)
  const change = (more: Partial<Says>) => set((was) => ({ ...was, ...more }))
  const fields = (
    <>
      <TextField
        label="项目叫什么"
        max={40}
        value={says.title}
        onInput={(title) => change({ title })}
        placeholder="比如 每月一次义诊"
        error={tried ? wrong.title : undefined}
      />
      <TextField
        label="社区需要什么"
        long
        max={300}
        value={says.need}
        onInput={(need) => change({ need })}
        error={tried ? wrong.need : undefined}
      />
      <TextField
        label="单位出什么"
        long
        max={300}
        value={says.resource}
        onInput={(resource) => change({ resource })}
        error={tried ? wrong.resource : undefined}
      />
      <DayField label="从哪天" value={says.from} onChange={(from) => change({ from })} />
      <DayField
        label="到哪天"
        value={says.until}
        onChange={(until) => change({ until })}
        error={tried ? wrong.until : undefined}
      />
    </>
  )
  return { says, isWhole, try: () => setTried(true), tried, fields }
}

function Offer() {
  const asked = useParams<{
    communityId: string
    community: string
    unitId: string
    unit: string
    kind: WantKind
    need: string
    resource: string
  }>()
  const { create, busy, refusal } = useCreate('project.offer')
  const form = useSays({
    ...(asked.need !== undefined && { need: asked.need }),
    ...(asked.resource !== undefined && { resource: asked.resource }),
  })
  const partners = usePartners(asked.communityId, asked.unitId)
  const [kind, setKind] = useState<WantKind>(() => wantKinds.find((k) => k === asked.kind) ?? 'venue')
  const [picked, pick] = useState<string>()
  const [termsId] = useState(newId)
  const communityId =
    partners.side === 'community' ? asked.communityId : asked.community ? asked.communityId : picked
  const unitId = partners.side === 'community' ? (asked.unitId ?? picked) : asked.unitId
  const known = partners.side === 'community' ? asked.unit : asked.community
  const other = partners.side === 'community' ? '单位' : '社区'
  const isMissing = communityId === undefined || unitId === undefined
  const offer = async () => {
    form.try()
    if (communityId === undefined || unitId === undefined || !form.isWhole) return
    const made = await create({ communityId, termsId, unitId, kind, ...form.says })
    if (made) goInstead('checkin/project', { communityId, projectId: made.id })
  }
  return (
    <>
      {known && !isMissing ? (
        <Card>
          <Heading>{`和${known}一起做`}</Heading>
        </Card>
      ) : (
        <PickLine
          label={`和哪个${other}`}
          options={partners.items}
          value={picked}
          without={partners.items.length === 0 ? `还没有一起共建的${other}` : `选一个${other}`}
          error={form.tried && isMissing ? `请选${other}` : undefined}
          onChange={pick}
        />
      )}
      <Picks
        label="哪一类"
        options={wantKinds.map((value) => ({ value, label: wantKindWords[value] }))}
        value={kind}
        onChange={(next) => setKind(next)}
      />
      {form.fields}
      <Quiet>提出来就是你们这一边同意了；对方也同意，才算定下来。</Quiet>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void offer()}>
        提出来，请对方答复
      </MainButton>
    </>
  )
}

function Change({ project }: { project: Project }) {
  const { create, busy, refusal } = useCreate('project.change')
  const last = project.inForce ?? project.terms[project.terms.length - 1]
  const form = useSays(
    last
      ? { title: last.title, need: last.need, resource: last.resource, from: last.from, until: last.until }
      : {},
  )
  const { communityId, projectId } = project
  const send = async () => {
    form.try()
    if (!form.isWhole) return
    if (await create({ communityId, projectId, what: 'change', ...form.says })) back()
  }
  return (
    <>
      <Quiet>改了以后，对方同意才算；在那以前照原来的做。</Quiet>
      {form.fields}
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void send()}>
        提出来，请对方答复
      </MainButton>
    </>
  )
}

function ChangeOf({ communityId, projectId }: { communityId: string; projectId: string }) {
  const loaded = useLoad('project.get', { communityId, projectId })
  return (
    <Faces of={loaded} lines={4}>
      {(project) => <Change key={project.projectId} project={project} />}
    </Faces>
  )
}

/** Offers a project to the other side, or other terms for one that is agreed. */
export default function ProjectEdit() {
  const { me } = useMe()
  const { communityId, projectId } = useParams<{ communityId: string; projectId: string }>()
  return (
    <Screen title={projectId ? '改一改' : '提一个项目'}>
      {projectId && communityId ? (
        <ChangeOf communityId={communityId} projectId={projectId} />
      ) : me ? (
        <Offer />
      ) : null}
    </Screen>
  )
}
