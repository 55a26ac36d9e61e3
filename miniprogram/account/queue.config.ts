export default definePageConfig({ navigationBarTitleText: '待传的内容' })
