interface CompilerOptions {
  maxBuffer?: number
}

declare module 'miniprogram-compiler' {
  export function wxmlToJs(root: string, options?: CompilerOptions): string
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** JavaScript by file name, with what they share as `comm`; or an error, which is answered and not thrown. */
  export default function wcsc(
    root: string,
    names: string[],
    options?: CompilerOptions,
  ): Record<string, string>
}
