export default definePageConfig({ navigationBarTitleText: '一次巡查' })
