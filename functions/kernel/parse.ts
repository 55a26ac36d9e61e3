import * as z from 'zod/mini'
import { contract, type EndpointName } from '../../shared/contract'
import { Refused } from './refused'

z.config(z.locales.zhCN())

/** The input as the contract wants it, or a refusal that names each field. */
export function parseInput(name: EndpointName, given: Record<string, unknown>): Record<string, unknown> {
  const parsed = z.safeParse(contract[name].input, given)
  if (parsed.success) return parsed.data as Record<string, unknown>
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || unknownKey(issue)] ??= issue.message
  throw new Refused('invalid', {}, fields)
}

const unknownKey = (issue: { code?: string; keys?: string[] }): string => issue.keys?.[0]?.slice(0, 60) ?? ''
