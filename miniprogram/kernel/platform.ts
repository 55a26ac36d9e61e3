/** The browser build; otherwise the WeChat package. Known when building, so the other half falls away. */
export const isBrowser = process.env.TARO_ENV === 'h5'
