import { demoId } from '../../functions/demo/stage'
import type { TestApi } from './api'

/** A session of one of the demo's people. */
export async function signIn(api: TestApi, key: string): Promise<string> {
  return (await api.get(undefined, 'session.demo', { personId: demoId(key), device: '测试' })).token
}

/** Sessions of several, by their keys. */
export async function signInAll<K extends string>(api: TestApi, ...keys: K[]): Promise<Record<K, string>> {
  const tokens = {} as Record<K, string>
  for (const key of keys) tokens[key] = await signIn(api, key)
  return tokens
}

/** How many lines of the record there are about a thing, by what was done. */
export async function recorded(api: TestApi, subjectId: string): Promise<string[]> {
  const rows = await api.owner<{ action: string }>(
    'select action from record where subject_id = $1 order by at, id',
    [subjectId],
  )
  return rows.map((r) => r.action)
}
