import type { ParagraphChild } from 'docx'
import type { Paper } from './paper'

type Docx = typeof import('docx')

// as papers of an office are set (GB/T 9704): title 小标宋 22 pt, text 仿宋 16 pt with two letters' indent; on a meeting's paper a little smaller
const body = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const bold = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' }
const textSize = 28
const twoLetters = 560
const widths = { label: 1500, words: 7500 }

/** Lines of one paragraph. */
const linesOf = ({ TextRun }: Docx, words: string, more: object = {}): ParagraphChild[] =>
  words
    .split('\n')
    .map((text, n) => new TextRun({ text, font: body, size: textSize, ...(n > 0 && { break: 1 }), ...more }))

function headTable(d: Docx, { head }: Paper) {
  const cell = (words: string, width: number, label: boolean) =>
    new d.TableCell({
      width: { size: width, type: d.WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 120, right: 120 },
      children: [new d.Paragraph({ children: linesOf(d, words, label ? { font: bold } : {}) })],
    })
  return new d.Table({
    width: { size: widths.label + widths.words, type: d.WidthType.DXA },
    columnWidths: [widths.label, widths.words],
    rows: head.map(
      ([label, words]) =>
        new d.TableRow({
          cantSplit: true,
          children: [cell(label, widths.label, true), cell(words, widths.words, false)],
        }),
    ),
  })
}

const heading = (d: Docx, words: string) =>
  new d.Paragraph({
    spacing: { before: 240, after: 80, line: 440 },
    keepNext: true,
    // where there is no 黑体, a heading is told by its weight
    children: [new d.TextRun({ text: words, font: bold, size: textSize, bold: true })],
  })
const paragraph = (d: Docx, words: string, more: object = {}) =>
  new d.Paragraph({
    spacing: { line: 480 },
    indent: { firstLine: twoLetters },
    children: linesOf(d, words, more),
  })
const centred = (d: Docx, words: string, size: number, font: object, after: number) =>
  new d.Paragraph({
    alignment: d.AlignmentType.CENTER,
    spacing: { after },
    children: [new d.TextRun({ text: words, font, size })],
  })

const decided = (d: Docx, { resolutions }: Paper) =>
  resolutions.length === 0
    ? [paragraph(d, '这次会议没有作出决议。')]
    : resolutions.flatMap((r, n) => [
        paragraph(d, `${n + 1}. ${r.words}`),
        paragraph(d, `承办：${r.party}；${r.dueOn} 前办完`),
        ...[r.votes, r.pledge].flatMap((words) => (words === null ? [] : [paragraph(d, words)])),
      ])

const signed = (d: Docx, { signatures }: Paper) =>
  signatures.map(
    ({ post, at }) =>
      new d.Paragraph({
        spacing: { before: 360 },
        alignment: d.AlignmentType.RIGHT,
        keepLines: true,
        keepNext: true,
        children: linesOf(d, `${post}（签字）：____________  ${at}`),
      }),
  )

/** — 2 — as papers of an office count their pages; beneath it what proves the text, once it is published. */
const foot = (d: Docx, paper: Paper) =>
  new d.Footer({
    children: [
      new d.Paragraph({
        alignment: d.AlignmentType.CENTER,
        children: [
          new d.TextRun({ children: ['— ', d.PageNumber.CURRENT, ' —'], font: body, size: textSize }),
        ],
      }),
      ...(paper.foot === '' ? [] : [centred(d, paper.foot, 16, body, 0)]),
    ],
  })

/** The page as a docx. The library is heavy and is loaded only here. */
export async function makeDocx(paper: Paper): Promise<Buffer> {
  const d = await import('docx')
  const document = new d.Document({
    title: paper.title,
    creator: '哨到',
    sections: [
      {
        properties: { page: { margin: { top: 1440, bottom: 1700, left: 1440, right: 1440 } } },
        footers: { default: foot(d, paper) },
        children: [
          centred(d, paper.title, 44, { ...bold, eastAsia: '方正小标宋简体' }, 120),
          centred(d, paper.number, textSize, body, 240),
          headTable(d, paper),
          ...paper.items.flatMap((item) => [
            heading(d, item.title),
            ...item.paragraphs.map((p) => paragraph(d, p, item.restricted ? { italics: true } : {})),
          ]),
          heading(d, '会议决议'),
          ...decided(d, paper),
          ...signed(d, paper),
          ...(paper.beneath.length === 0
            ? []
            : [heading(d, '公布以后'), ...paper.beneath.map((words) => paragraph(d, words))]),
        ],
      },
    ],
  })
  return d.Packer.toBuffer(document)
}
