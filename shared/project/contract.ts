import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'
import { cursor, day, id, instant, page, text } from '../kernel/fields'
import { projectLists, projectStates, sides, termsFor, wantKinds } from './states'

const all = '/api/c/{communityId}/projects' as const
const one = '/api/c/{communityId}/projects/{projectId}' as const
const terms = '/api/c/{communityId}/projects/{projectId}/terms/{termsId}' as const
const key = { communityId: id, projectId: id }
const termsKey = { ...key, termsId: id }

/** What both sides put their word to. */
const says = {
  title: text(40),
  /** What the community needs, and what the unit brings. */
  need: text(300),
  resource: text(300),
  from: day,
  until: day,
}
const termsView = z.object({
  termsId: id,
  n: z.int(),
  what: z.enum(termsFor),
  title: z.string(),
  need: z.string(),
  resource: z.string(),
  from: day,
  until: day,
  madeBy: z.enum(sides),
  /** Each side for itself. */
  unitAgreedAt: z.nullable(instant),
  communityAgreedAt: z.nullable(instant),
  declinedAt: z.nullable(instant),
  /** By the side that made them, before the other answered. */
  takenBack: z.boolean(),
  /** The joint meeting at which it was agreed, where it was at one. */
  meetingId: z.nullable(id),
})
const face = {
  communityId: id,
  projectId: id,
  unitId: id,
  unit: z.string(),
  community: z.string(),
  kind: z.enum(wantKinds),
  title: z.string(),
  state: z.enum(projectStates),
  until: day,
  steps: z.int(),
  /** Whose word is waited for. */
  waitsFor: z.nullable(z.enum(sides)),
}
const want = z.object({ id, kind: z.enum(wantKinds), words: z.string(), since: day })

export const project = {
  /** A community's, a unit's, or all that the caller has to do with. */
  'project.list': endpoint({
    method: 'GET',
    path: '/api/projects',
    input: z.strictObject({
      communityId: z.optional(id),
      unitId: z.optional(id),
      list: z.optional(z.enum(projectLists)),
      after: z.optional(cursor),
    }),
    output: page(z.object(face)),
  }),
  'project.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...face,
      /** In force: the last that both agreed to; none while it is only offered. */
      inForce: z.nullable(termsView),
      terms: z.array(termsView),
      done: z.array(z.object({ stepId: id, day, words: z.string(), by: z.enum(sides) })),
      side: z.nullable(z.enum(sides)),
      acts: z.array(z.enum(['agree', 'decline', 'takeBack', 'change', 'step', 'finish'])),
    }),
  }),
  /** By either side: it has its own word with it. */
  'project.offer': endpoint({
    method: 'POST',
    path: all,
    input: z.strictObject({ communityId: id, id, termsId: id, unitId: id, kind: z.enum(wantKinds), ...says }),
    output: z.object({ id }),
    refusals: ['id_taken', 'unit_elsewhere', 'days_reversed', 'project_not_yours'],
  }),
  /** Other terms, or giving it up: in force once the other side agrees too. */
  'project.change': endpoint({
    method: 'POST',
    path: `${one}/terms`,
    input: z.strictObject({ ...key, id, what: z.enum(['change', 'giveUp']), ...says }),
    output: z.object({ id }),
    refusals: ['id_taken', 'project_moved', 'project_waits', 'days_reversed', 'project_not_yours'],
  }),
  'project.agree': endpoint({
    method: 'POST',
    path: `${terms}/agreement`,
    input: z.strictObject({ ...termsKey, meetingId: z.optional(id) }),
    output: z.object({ state: z.enum(projectStates) }),
    refusals: ['terms_settled', 'project_not_yours', 'meeting_elsewhere'],
  }),
  /** By the other side; or by whoever made them, who takes them back. */
  'project.decline': endpoint({
    method: 'POST',
    path: `${terms}/refusal`,
    input: z.strictObject(termsKey),
    output: z.object({ state: z.enum(projectStates) }),
    refusals: ['terms_settled', 'project_not_yours'],
  }),
  'project.step': endpoint({
    method: 'POST',
    path: `${one}/steps`,
    input: z.strictObject({ ...key, id, day, words: text(300) }),
    output: z.object({ id }),
    refusals: ['id_taken', 'project_moved', 'project_not_yours', 'step_ahead'],
  }),
  'project.finish': endpoint({
    method: 'POST',
    path: `${one}/finish`,
    input: z.strictObject(key),
    output: z.object({ state: z.enum(projectStates) }),
    refusals: ['project_moved', 'project_waits', 'project_not_yours', 'project_no_steps'],
  }),
  /** What the community needs, each with what units of the district offer of that kind. */
  'project.needs': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/needs',
    input: z.strictObject({ communityId: id }),
    output: z.object({
      items: z.array(
        z.object({
          ...want.shape,
          matches: z.array(z.object({ unitId: id, unit: z.string(), resourceId: id, words: z.string() })),
        }),
      ),
    }),
  }),
  'project.addNeed': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/needs',
    input: z.strictObject({ communityId: id, id, kind: z.enum(wantKinds), words: text(200) }),
    output: z.object({ id }),
    refusals: ['id_taken'],
  }),
  'project.dropNeed': endpoint({
    method: 'POST',
    path: '/api/c/{communityId}/needs/{needId}/end',
    input: z.strictObject({ communityId: id, needId: id }),
    output: z.object({ to: day }),
    refusals: ['want_ended'],
  }),
  /** What the unit can bring, each with what communities it works with need of that kind. */
  'project.resources': endpoint({
    method: 'GET',
    path: '/api/units/{unitId}/resources',
    input: z.strictObject({ unitId: id }),
    output: z.object({
      items: z.array(
        z.object({
          ...want.shape,
          matches: z.array(
            z.object({ communityId: id, community: z.string(), needId: id, words: z.string() }),
          ),
        }),
      ),
    }),
  }),
  'project.addResource': endpoint({
    method: 'POST',
    path: '/api/units/{unitId}/resources',
    input: z.strictObject({ unitId: id, id, kind: z.enum(wantKinds), words: text(200) }),
    output: z.object({ id }),
    refusals: ['id_taken'],
  }),
  'project.dropResource': endpoint({
    method: 'POST',
    path: '/api/units/{unitId}/resources/{resourceId}/end',
    input: z.strictObject({ unitId: id, resourceId: id }),
    output: z.object({ to: day }),
    refusals: ['want_ended'],
  }),
}
