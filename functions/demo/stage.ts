import { createHash } from 'node:crypto'
import { Client } from 'pg'
import type { EndpointName, Input, Output } from '../../shared/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import type { Database } from '../kernel/database'
import { parseInput } from '../kernel/parse'
import { runVerb } from '../kernel/run'
import { beginSession } from '../session/begin'
import { tickOn } from '../tick'
import { verbs } from '../verbs'

/** The same thing has the same id in every demo, so that links and pictures of it stay. */
export function demoId(what: string, at = Date.UTC(2025, 0, 6)): string {
  return uuidv7(at, createHash('sha256').update(what).digest().subarray(0, 10))
}

/** Where the demo is lived: people act through the verbs, at times that are handed in. */
export class Stage {
  private readonly tokens = new Map<string, string>()
  private scheduler: Client | undefined

  constructor(
    private readonly database: Database,
    /** The day the demo is loaded; its past is counted back from here. */
    readonly now: Date,
    private readonly tickUrl = '',
  ) {}

  daysAgo(days: number, hour = 10, minute = 0): Date {
    const day = new Date(this.now.getTime() - days * 86_400_000)
    // the hour is China's
    day.setUTCHours(hour - 8, minute, 0, 0)
    return day < this.now ? day : this.now
  }

  async act<N extends EndpointName>(
    person: string,
    name: N,
    input: Input<N>,
    at: Date = this.now,
  ): Promise<Output<N>> {
    const token = await this.tokenOf(person)
    const asked = { database: this.database, token, input: parseInput(name, input), now: at, address: 'demo' }
    return (await runVerb(verbs[name], asked)) as Output<N>
  }

  /** The scheduler comes by: it reminds, raises, closes and asks as it would have then. */
  async tick(at: Date): Promise<void> {
    if (!this.scheduler) {
      this.scheduler = new Client({ connectionString: this.tickUrl })
      await this.scheduler.connect()
    }
    await tickOn(this.scheduler, at)
  }

  private async tokenOf(person: string): Promise<string> {
    const known = this.tokens.get(person)
    if (known) return known
    const { token } = await this.database.lend((tx) => beginSession(tx, demoId(person), '演示', this.now))
    this.tokens.set(person, token)
    return token
  }

  /** Lets everybody on the stage go home: no session of theirs stays open. */
  async clear(): Promise<void> {
    for (const person of this.tokens.keys()) {
      const { sessionId } = await this.act(person, 'me.get', {})
      await this.act(person, 'session.end', { sessionId })
    }
    this.tokens.clear()
  }

  async close(): Promise<void> {
    await this.scheduler?.end()
    await this.database.close()
  }
}
