export default definePageConfig({ navigationBarTitleText: '巡查点的二维码' })
