export default definePageConfig({ navigationBarTitleText: '定下来的事' })
