import { z } from 'zod/mini'
import { endpoint } from '../kernel/endpoint'

export const house = {
  'house.health': endpoint({
    method: 'GET',
    path: '/api/health',
    input: z.strictObject({}),
    output: z.object({ database: z.enum(['up', 'down']), migration: z.nullable(z.string()) }),
  }),
  'house.openapi': endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    input: z.strictObject({}),
    output: z.looseObject({ openapi: z.string() }),
  }),
}
