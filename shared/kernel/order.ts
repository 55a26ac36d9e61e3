/** A key under which names sort as people count: 2栋 before 10栋, 单元 after 栋. */
export const naturalKey = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
