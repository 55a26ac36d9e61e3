import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { dayOf } from '../../../shared/kernel/time'
import { useLoad } from '../../kernel/load'
import { Card, DayField, Heading, Quiet, TextField } from '../../kernel/ui'
import { FormShell } from '../forms/FormShell'
import { PickLine } from '../parts/PickLine'
import { fieldSays } from '../parts/saidIn'
import { Ticks } from '../parts/Ticks'
import type { Tree } from '../parts/treeOf'
import { Checkpoints, type Spot } from './Checkpoints'
import { type DraftPlan, useSavePlan } from './draftPlan'
import { Ahead } from './PlanDetail'
import { RhythmField } from './RhythmField'

/** A property company of mine with a compound that it looks after. */
export interface Company {
  organisationId: string
  compoundId: string
  name: string
}

/** Compounds that companies of mine look after here. */
export const companiesIn = (mine: Output<'organisation.mine'>, tree: Tree): Company[] =>
  mine.items
    .filter((o) => o.kind === 'property')
    .flatMap(({ organisationId, organisation, engagements }) =>
      engagements
        .filter((e) => e.communityId === tree.communityId)
        .flatMap((e) => tree.compounds.filter((c) => e.compound === null || c.compoundId === e.compoundId))
        .map((c) => ({ organisationId, compoundId: c.compoundId, name: `${c.name} · ${organisation}` })),
    )

function spotsOf(tree: Tree, draft: DraftPlan): Spot[] {
  const several = tree.compounds.length > 1
  return tree.compounds.flatMap((c) => {
    if (draft.kind === 'property' && c.compoundId !== draft.compoundId) return []
    const buildings = c.buildings.filter((b) => draft.kind === 'property' || b.gridId === draft.gridId)
    if (buildings.length === 0 && draft.kind === 'grid') return []
    return [
      ...buildings.map((b) => ({
        ...{ compoundId: c.compoundId, buildingId: b.buildingId },
        name: several && draft.kind === 'grid' ? `${c.name} ${b.name}` : b.name,
        short: b.name,
      })),
      { compoundId: c.compoundId, name: `${c.name}，不在哪一栋`, short: c.name },
    ]
  })
}

/** A plan as it will be walked from a day on. */
export function PlanForm(props: {
  tree: Tree
  companies: readonly Company[]
  planId?: string
  begin: DraftPlan
}) {
  const { tree, companies, planId } = props
  const { communityId } = tree
  const isNew = planId === undefined
  const [draft, setDraft] = useState(props.begin)
  const [tried, setTried] = useState(false)
  const saving = useSavePlan(communityId, planId)
  const change = (changes: Partial<DraftPlan>) => setDraft((was) => ({ ...was, ...changes }))
  const { kind, gridId, organisationId } = draft
  const walkers = useLoad(
    'patrol.walkers',
    gridId ? { communityId, gridId } : organisationId ? { communityId, organisationId } : null,
  )
  const spots = spotsOf(tree, draft)
  const isPlaced = kind === 'grid' ? gridId !== undefined : organisationId !== undefined
  const whole = isPlaced && draft.name.trim() !== '' && draft.checkpoints.every((c) => c.name.trim() !== '')
  const company = companies.find(
    (c) => c.compoundId === draft.compoundId && c.organisationId === organisationId,
  )
  return (
    <FormShell
      title={isNew ? '安排巡查' : '改巡查安排'}
      act={isNew ? '安排好' : '就这样改'}
      onSave={() => {
        setTried(true)
        if (whole) void saving.save(draft)
      }}
      busy={saving.busy}
      refusal={saving.refusal}
      done={
        saving.done
          ? isNew
            ? '安排好了。接下来打印二维码，贴到每个巡查点。'
            : '改好了。改之前走过的，还按原来的算。'
          : undefined
      }
    >
      {isNew && kind === 'grid' ? (
        <PickLine
          label="哪个网格"
          options={tree.grids.map((g) => ({ value: g.gridId, label: g.name }))}
          value={gridId}
          without="选一下"
          error={tried && !isPlaced ? '请选一个网格' : undefined}
          onChange={(next) => change({ gridId: next, checkpoints: [], walkerIds: [] })}
        />
      ) : null}
      {isNew && kind === 'property' ? (
        <PickLine
          label="哪个小区"
          options={companies.map((c) => ({ value: `${c.organisationId} ${c.compoundId}`, label: c.name }))}
          value={company && `${company.organisationId} ${company.compoundId}`}
          without="选一下"
          error={tried && !isPlaced ? '请选一个小区' : undefined}
          onChange={(key) => {
            const [of, compoundId] = key.split(' ')
            change({ organisationId: of, compoundId, checkpoints: [], walkerIds: [] })
          }}
        />
      ) : null}
      <TextField
        label="叫什么"
        value={draft.name}
        onInput={(name) => change({ name })}
        max={30}
        placeholder="比如 第一网格日常巡查"
        error={tried && draft.name.trim() === '' ? '请填写' : fieldSays(saving.refusal, 'name')}
      />
      <RhythmField value={draft.rhythm} isNew={isNew} onChange={(rhythm) => change({ rhythm })} />
      <DayField
        label="从哪天起"
        hint={isNew ? undefined : '最早从明天开始，走过的不变'}
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <Card>
        <Heading>照这样走</Heading>
        <Ahead versions={[{ versionId: '', n: 1, from: draft.from, rhythm: draft.rhythm }]} />
        <Quiet>{`今天是${dayOf(new Date())}，往后看一个月。`}</Quiet>
      </Card>
      {isPlaced ? (
        <>
          <Checkpoints
            value={draft.checkpoints}
            spots={spots}
            onChange={(checkpoints) => change({ checkpoints })}
          />
          {walkers.data && walkers.data.items.length > 0 ? (
            <Ticks
              label="谁去走（不选就都可以）"
              options={walkers.data.items.map((w) => ({ value: w.personId, label: w.name }))}
              value={[...draft.walkerIds]}
              onChange={(walkerIds) => change({ walkerIds })}
            />
          ) : null}
        </>
      ) : null}
    </FormShell>
  )
}
