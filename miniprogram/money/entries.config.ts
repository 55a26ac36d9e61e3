export default definePageConfig({ navigationBarTitleText: '每一笔账' })
