/**
 * Published minutes read back by docs/MINUTES.md alone: nothing of ours is used here, so that whoever has nothing but the
 * document and the saved file finds the same.
 */
export interface Told {
  /** By its label: 社区, 地点, 主持 … */
  head: Record<string, string>
  items: [title: string, words: string][]
  decided: string[]
}

/** Further lines of a text that somebody wrote begin with two spaces. */
function joined(lines: string[]): string {
  const [first = '', ...more] = lines
  return [first, ...more.map((line) => line.slice(2))].join('\n')
}

export function read(text: string): Told {
  // the last line ends with a line end too
  const lines = text.split('\n').slice(0, -1)
  const said: string[][] = []
  for (const line of lines) {
    if (line.startsWith('  ')) said.at(-1)!.push(line)
    else said.push([line])
  }
  const told: Told = { head: {}, items: [], decided: [] }
  let part: 'head' | '记录' | '决议' | 'signatures' = 'head'
  for (const of of said) {
    const first = of[0]!
    if (first === '') part = part === 'head' ? '记录' : part === '记录' ? '决议' : 'signatures'
    else if (first === '记录' || first === '决议') continue
    else if (part === 'head' || part === 'signatures') {
      const [label] = first.split(/[： ]/, 1)
      told.head[label!] = joined(of).slice(label!.length + 1)
    } else if (/^\d+\. /.test(first)) {
      const number = first.indexOf(' ') + 1
      if (part === '决议') told.decided.push(joined(of).slice(number))
      // a title is one line, and the words begin on the next
      else told.items.push([first.slice(number), joined(['', ...of.slice(1)]).slice(1)])
    }
  }
  return told
}
