export default definePageConfig({ navigationBarTitleText: '公示草稿' })
