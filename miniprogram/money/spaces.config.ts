export default definePageConfig({ navigationBarTitleText: '停车位和广告位' })
