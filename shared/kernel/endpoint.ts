import type { z } from 'zod/mini'

/** What one endpoint promises. Path, query and body are one input object; path parameters stand in braces. */
export interface Endpoint<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
  R extends string = string,
> {
  readonly method: 'GET' | 'POST'
  readonly path: `/api/${string}`
  readonly input: I
  readonly output: O
  /** Typed refusals of its own; those of the door itself (kernel/refusals) may always come. */
  readonly refusals: readonly R[]
}

export const endpoint = <I extends z.ZodMiniType, O extends z.ZodMiniType, const R extends string = never>(
  e: Omit<Endpoint<I, O, R>, 'refusals'> & { refusals?: readonly R[] },
): Endpoint<I, O, R> => ({ ...e, refusals: e.refusals ?? [] })

const parameter = /\{(\w+)\}/g

export const pathParameters = (path: string): string[] => [...path.matchAll(parameter)].map((m) => m[1]!)

/** Fills the path and gives back what is left of the input, for the query or the body. */
export function fillPath(
  path: string,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const filled = path.replace(parameter, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path: filled, rest }
}
