export default definePageConfig({ navigationBarTitleText: '一次分摊' })
