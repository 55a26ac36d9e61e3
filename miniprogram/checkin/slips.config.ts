export default definePageConfig({ navigationBarTitleText: '打印报到单' })
