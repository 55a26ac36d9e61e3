export interface ReceiptPage {
  /** None for a member without office. */
  unit: string | null
  name: string
  community: string
  acceptedOn: string
  confirmedOn: string | null
  number: string
  code: string
  /** The QR code, as PNG. */
  picture: Buffer
}

// as papers of an office are set (GB/T 9704): title 小标宋 22 pt, text 仿宋 16 pt
const body = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const head = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }

/** One page: to whom, who came, when, number and code, room for a seal. The library is heavy and is loaded only here. */
export async function makeReceiptPage(page: ReceiptPage): Promise<Buffer> {
  const d = await import('docx')
  const run = (text: string, more: object = {}) => new d.TextRun({ text, font: body, size: 32, ...more })
  const line = (text: string, more: object = {}) =>
    new d.Paragraph({ spacing: { line: 560 }, indent: { firstLine: 640 }, children: [run(text)], ...more })
  const right = (text: string) =>
    new d.Paragraph({ spacing: { line: 560 }, alignment: d.AlignmentType.RIGHT, children: [run(text)] })
  const kind = page.unit === null ? '党员' : '在职党员'
  const document = new d.Document({
    title: '报到回执',
    creator: '哨到',
    sections: [
      {
        properties: { page: { margin: { top: 1440, bottom: 1300, left: 1440, right: 1440 } } },
        children: [
          new d.Paragraph({
            alignment: d.AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new d.TextRun({ text: `${kind}到社区报到回执`, font: head, size: 44 })],
          }),
          new d.Paragraph({
            alignment: d.AlignmentType.CENTER,
            spacing: { after: 360 },
            children: [run(`回执编号：${page.number}`, { size: 28 })],
          }),
          ...(page.unit === null
            ? []
            : [new d.Paragraph({ spacing: { line: 560 }, children: [run(`${page.unit}党组织：`)] })]),
          line(
            page.unit === null
              ? `${page.name}同志已于 ${page.acceptedOn} 在我社区登记。`
              : `你单位${page.name}同志已于 ${page.acceptedOn} 到我社区报到，我社区已受理。`,
          ),
          line('特此回执。'),
          new d.Paragraph({ spacing: { before: 480 }, children: [] }),
          right(`${page.community}党组织（盖章）`),
          right(page.acceptedOn),
          ...(page.confirmedOn === null ? [] : [line(`单位已于 ${page.confirmedOn} 确认收到。`)]),
          new d.Paragraph({
            spacing: { before: 720 },
            children: [
              new d.ImageRun({
                type: 'png',
                data: page.picture,
                transformation: { width: 120, height: 120 },
                altText: { title: '验证码', name: '验证码', description: '扫码验证这张回执' },
              }),
            ],
          }),
          new d.Paragraph({ children: [run(`校验码：${page.code}`, { size: 24 })] }),
          new d.Paragraph({
            children: [run('扫码或凭编号和校验码，可以验证这张回执的真伪和是否有效。', { size: 24 })],
          }),
        ],
      },
    ],
  })
  return d.Packer.toBuffer(document)
}
