import type { TestApi } from './api'

/** Every table there is, also one that comes tomorrow. */
export async function tablesOf(api: TestApi): Promise<string[]> {
  const rows = await api.owner<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map((r) => r.name)
}

/** Which tables hold one of these texts in any column, in clear, within JSON or as bytes. */
export async function tablesHolding(api: TestApi, texts: string[]): Promise<string[]> {
  const patterns = texts.flatMap((t) => [`%${t}%`, `%${Buffer.from(t).toString('hex')}%`])
  const found: string[] = []
  for (const name of await tablesOf(api)) {
    const rows = await api.owner(`select 1 from ${name} t where t::text like any ($1) limit 1`, [patterns])
    if (rows.length > 0) found.push(name)
  }
  return found
}
