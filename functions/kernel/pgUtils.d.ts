/** The driver's own way of writing a value, which its types leave out. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): string | Buffer | null
}
