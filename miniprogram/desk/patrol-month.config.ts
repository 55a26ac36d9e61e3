export default definePageConfig({ navigationBarTitleText: '巡查走得怎样' })
