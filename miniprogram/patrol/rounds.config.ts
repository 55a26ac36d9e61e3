export default definePageConfig({ navigationBarTitleText: '走过的巡查' })
