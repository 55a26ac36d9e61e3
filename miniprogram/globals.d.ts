/// <reference types="@tarojs/taro" />
declare module '*.png'
declare module '*.scss'

/** Where the API answers: empty in the browser build (same origin), an address in the weapp package. */
declare const SHAODAO_API: string

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** Only the drawing of codes, without the parts that need a server or a canvas. */
declare module 'qrcode/lib/core/qrcode' {
  export function create(
    segments: readonly ({ data: string; mode: 'alphanumeric' } | { data: Uint8Array; mode: 'byte' })[],
    options: { errorCorrectionLevel: 'M' },
  ): { modules: { size: number; get(row: number, column: number): number } }
}
