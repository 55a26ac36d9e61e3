export default definePageConfig({ navigationBarTitleText: '上报的事' })
