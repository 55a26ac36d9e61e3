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
