import type { Client, QueryResultRow } from 'pg'
import type { Connection } from '../../functions/kernel/database'

export interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How Postgres goes about a statement of ours, whatever its values are; from the top down. */
export async function planOf(
  client: Client,
  ask: (tx: Connection) => Promise<QueryResultRow[]>,
): Promise<{ node: Plan; depth: number }[]> {
  let words = ''
  const listening = {
    run: async (_name: string, text: string) => {
      words = text
      return []
    },
  }
  await ask(listening as unknown as Connection)
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (generic_plan, format json) ${words}`,
  )
  const all = (node: Plan, depth: number): { node: Plan; depth: number }[] => [
    { node, depth },
    ...(node.Plans ?? []).flatMap((inner) => all(inner, depth + 1)),
  ]
  return all(rows[0]!['QUERY PLAN'][0]!.Plan, 0)
}

/** How many rows of a table a statement really goes through, asked as the driver asks it, for whatever values. */
export async function readBy(
  client: Client,
  table: string,
  ask: (tx: Connection) => Promise<QueryResultRow[]>,
): Promise<number> {
  let words = ''
  let given: unknown[] = []
  const listening = {
    run: async (_name: string, text: string, values: unknown[] = []) => {
      words = text
      given = values
      return []
    },
  }
  await ask(listening as unknown as Connection)
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${words}`,
    given,
  )
  const sum = (node: Plan): number =>
    (node['Relation Name'] === table
      ? ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1)
      : 0) + (node.Plans ?? []).reduce((all, inner) => all + sum(inner), 0)
  return sum(rows[0]!['QUERY PLAN'][0]!.Plan)
}

/** One line for each node that touches a table or sorts, so that it can be read and kept. */
export const sayPlan = (plan: { node: Plan; depth: number }[]): string[] =>
  plan.flatMap(({ node }) => {
    const touched = node['Index Name'] ?? node['Relation Name']
    const sorts = /Sort|Hash$|Materialize/.test(node['Node Type'])
    return touched || sorts ? [`${node['Node Type']}${touched ? ` ${touched}` : ''}`] : []
  })
