export default definePageConfig({ navigationBarTitleText: '租用名单' })
