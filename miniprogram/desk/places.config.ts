export default definePageConfig({ navigationBarTitleText: '小区和楼栋' })
