/** How long a meeting takes, as it was typed: ten minutes at least. */
export const readMinutes = (text: string): number | undefined =>
  /^[1-9]\d{1,2}$/.test(text.trim()) ? Number(text.trim()) : undefined
