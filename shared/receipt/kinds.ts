export const receiptKinds = ['taken', 'visitor', 'deposit', 'refund'] as const
export type ReceiptKind = (typeof receiptKinds)[number]
