export default definePageConfig({ navigationBarTitleText: '用名册开单' })
