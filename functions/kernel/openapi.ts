import * as z from 'zod/mini'
import { contract, type EndpointName, endpointNames } from '../../shared/contract'
import { pathParameters } from '../../shared/kernel/endpoint'
import { doorRefusals } from '../../shared/kernel/refusal'
import { permissions } from '../../shared/permissions'
import { type RefusalCode, refusals } from '../../shared/refusals'
import { roles } from '../../shared/role/roles'
import { acts } from '../../shared/words'

type Json = Record<string, unknown>

const schemaOf = (type: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json
  return schema
}

function without(schema: Json, names: string[]): Json {
  const properties = Object.fromEntries(
    Object.entries((schema.properties as Json | undefined) ?? {}).filter(([k]) => !names.includes(k)),
  )
  const required = ((schema.required as string[] | undefined) ?? []).filter((k) => !names.includes(k))
  return { ...schema, properties, required }
}

function operation(name: EndpointName): Json {
  const { method, path, input, output, refusals: own } = contract[name]
  const inPath = pathParameters(path)
  const schema = schemaOf(input, 'input')
  const properties = (schema.properties as Record<string, Json> | undefined) ?? {}
  const required = (schema.required as string[] | undefined) ?? []
  const who = permissions[name]
  const parameter = (key: string, where: 'path' | 'query') => ({
    name: key,
    in: where,
    required: where === 'path' || required.includes(key),
    schema: properties[key],
  })
  const inQuery = method === 'GET' ? Object.keys(properties).filter((k) => !inPath.includes(k)) : []
  const byStatus = new Map<number, string[]>()
  for (const code of [...own, ...Object.keys(doorRefusals)] as RefusalCode[]) {
    const { status } = refusals[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return {
    operationId: name,
    summary: acts[name],
    description: typeof who === 'string' ? who : who.map((r) => roles[r].name).join('、'),
    ...(who === 'anyone' ? { security: [] } : {}),
    parameters: [...inPath.map((k) => parameter(k, 'path')), ...inQuery.map((k) => parameter(k, 'query'))],
    ...(method === 'POST' && {
      requestBody: { required: true, content: { 'application/json': { schema: without(schema, inPath) } } },
    }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(output, 'output') } } },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [
          status,
          {
            description: codes.join(', '),
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
          },
        ]),
      ),
    },
  }
}

let made: Json | undefined

/** The contract as OpenAPI 3.1, endpoint names as operation ids. */
export function openApi(): Json {
  if (made) return made
  const paths: Record<string, Json> = {}
  for (const name of endpointNames) {
    const { method, path } = contract[name]
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name) }
  }
  made = {
    openapi: '3.1.0',
    info: { title: '哨到 Shaodao', version: '1' },
    security: [{ session: [] }],
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code', 'message', 'requestId'],
          properties: {
            code: { type: 'string', enum: [...Object.keys(refusals), 'fault'] },
            message: { type: 'string' },
            fields: { type: 'object', additionalProperties: { type: 'string' } },
            about: { type: 'object' },
            requestId: { type: 'string' },
          },
        },
      },
    },
    paths,
  }
  return made
}
