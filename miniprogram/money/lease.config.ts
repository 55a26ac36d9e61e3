export default definePageConfig({ navigationBarTitleText: '一份租用' })
