/** What may be uploaded where, and until when. */
export interface UploadTerms {
  /** Under its tenant: `c/<communityId>/…`. */
  key: string
  /** What the sender may call it; a store that keeps types keeps the first. */
  contentTypes: readonly [string, ...string[]]
  bytesAtMost: number
  until: Date
}

/** Where the phone posts a form: these fields first, then the file as `file`. */
export interface UploadPolicy {
  url: string
  fields: Record<string, string>
}

/** Where files are. The phone uploads straight to it, and reads straight from it; only what was signed is taken in or given out. */
export interface Storage {
  uploadPolicy(terms: UploadTerms): UploadPolicy | Promise<UploadPolicy>
  /** Undefined: nothing has been uploaded there. */
  readFile(key: string): Promise<Buffer | undefined>
  /** In place of whatever is there. */
  putFile(key: string, content: Buffer, contentType: string): Promise<void>
  /** Nothing there counts as removed. */
  removeFile(key: string): Promise<void>
  /** Whoever has it may read the file until then. The same file until the same time has the same address. */
  readAddress(key: string, until: Date): string | Promise<string>
}

const keyShape = /^[cu]\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}){1,6}$/

/** A key lies under its tenant, a community or a unit, and can lead nowhere else. */
export const isKey = (key: string): boolean => keyShape.test(key)

export function holdToKey(key: string): void {
  if (!isKey(key)) throw new Error('A key of a file must lie under its community or unit')
}
