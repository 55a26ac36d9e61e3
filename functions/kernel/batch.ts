import { types, type Connection as Wire } from 'pg'
import { prepareValue } from 'pg/lib/utils'

type Row = Record<string, unknown>
/** Names of a row's columns, and how each is read. */
type Shape = { name: string; read: (text: string) => unknown }[]

interface Known {
  readonly text: string
  /** new: to be prepared; doubtful: the batch that should have prepared it failed, so it may be there or not. */
  state: 'new' | 'sent' | 'doubtful'
  /** As the database described it the first time. */
  shape?: Shape
}

/** The statements of one connection, by the names under which they stay prepared. */
export class Prepared {
  private readonly known = new Map<string, Known>()

  recall(name: string, text: string): Known {
    const known = this.known.get(name) ?? { text, state: 'new' }
    if (known.text !== text) throw new Error(`Two statements are called ${name}`)
    if (name) this.known.set(name, known) // without a name it is planned each time
    return known
  }

  /** None of them need be there any more, or mean what it meant. */
  doubt(): void {
    for (const known of this.known.values()) Object.assign(known, { state: 'doubtful', shape: undefined })
  }
}

/** One statement of a batch, and who waits for its rows. */
export class Asked {
  readonly known: Known
  readonly values: (string | Buffer | null)[]
  readonly rows: Row[] = []
  shape: Shape = []

  constructor(
    prepared: Prepared,
    readonly name: string,
    text: string,
    values: unknown[],
    readonly resolve: (rows: Row[]) => void,
    readonly reject: (error: Error) => void,
  ) {
    this.known = prepared.recall(name, text)
    this.values = values.map((value) => prepareValue(value))
  }
}

// the words are no longer prepared there, or mean other columns since a migration
const forgotten = ['26000', '0A000']

/**
 * Statements that leave as one packet and are answered as one: one system call and one `Sync` for all, and no second
 * description of what is known. They succeed together or fail together. The driver calls the methods by these names.
 */
export class Batch {
  private answering = 0

  constructor(
    private readonly asked: readonly Asked[],
    private readonly prepared: Prepared,
    private readonly ended: () => void,
  ) {}

  submit(wire: Wire): void {
    wire.stream.cork()
    for (const one of this.asked) this.send(one, wire)
    wire.sync()
    wire.stream.uncork()
  }

  private send(one: Asked, wire: Wire): void {
    const { known, name, values } = one
    if (known.state === 'doubtful') wire.close({ type: 'S', name }, true)
    if (known.state !== 'sent') wire.parse({ name, text: known.text, types: [] }, true)
    known.state = 'sent'
    wire.bind({ statement: name, values }, true)
    if (known.shape) one.shape = known.shape
    else wire.describe({ type: 'P', name: '' }, true)
    wire.execute(null, true)
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.asked[this.answering]!.shape = fields.map((field) => ({
      name: field.name,
      read: types.getTypeParser(field.dataTypeID, 'text'),
    }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { shape, rows } = this.asked[this.answering]!
    const row: Row = {}
    for (let i = 0; i < shape.length; i++) {
      const text = fields[i]!
      row[shape[i]!.name] = text === null ? null : shape[i]!.read(text)
    }
    rows.push(row)
  }

  handleCommandComplete(): void {
    this.answering++
  }

  handleReadyForQuery(): void {
    for (const one of this.asked) {
      one.known.shape = one.shape
      one.resolve(one.rows)
    }
    this.ended()
  }

  /** The database skips whatever follows a statement that failed. */
  handleError(error: Error & { code?: string }): void {
    if (forgotten.includes(error.code ?? '')) this.prepared.doubt()
    for (const one of this.asked) {
      if (!one.known.shape) one.known.state = 'doubtful'
      one.reject(error)
    }
    this.ended()
  }
}
