/** 1234567 fen are 12,345.67 元: whole fen, so nothing is ever rounded. */
export function sayYuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(fen % 100).padStart(2, '0')} 元`
}

/** The same of what may stand below zero. */
export const sayBelow = (fen: number): string => (fen < 0 ? `−${sayYuan(-fen)}` : sayYuan(fen))
