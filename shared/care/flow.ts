interface Edge {
  to: number
  left: number
  /** Where the way back stands in the list of the other end. */
  back: number
}

/** Greatest flow through a small graph (Dinic): edges may be added between two rounds, what flows already stays or is led round. */
export class Flow {
  private readonly edges: Edge[][]
  constructor(nodes: number) {
    this.edges = Array.from({ length: nodes }, () => [])
  }

  /** Answers how much flows over the edge, once it does. */
  add(from: number, to: number, most: number): () => number {
    const there: Edge = { to, left: most, back: this.edges[to]!.length }
    this.edges[to]!.push({ to: from, left: 0, back: this.edges[from]!.length })
    this.edges[from]!.push(there)
    return () => most - there.left
  }

  run(source: number, sink: number): void {
    for (;;) {
      const depth = this.depths(source)
      if (depth[sink]! < 0) return
      const next = this.edges.map(() => 0)
      while (this.push(source, sink, Number.POSITIVE_INFINITY, depth, next) > 0);
    }
  }

  private depths(source: number): number[] {
    const depth = this.edges.map(() => -1)
    depth[source] = 0
    const queue = [source]
    for (let i = 0; i < queue.length; i++)
      for (const { to, left } of this.edges[queue[i]!]!)
        if (left > 0 && depth[to]! < 0) {
          depth[to] = depth[queue[i]!]! + 1
          queue.push(to)
        }
    return depth
  }

  private push(at: number, sink: number, most: number, depth: number[], next: number[]): number {
    if (at === sink) return most
    const edges = this.edges[at]!
    for (; next[at]! < edges.length; next[at]!++) {
      const edge = edges[next[at]!]!
      if (edge.left <= 0 || depth[edge.to] !== depth[at]! + 1) continue
      const went = this.push(edge.to, sink, Math.min(most, edge.left), depth, next)
      if (went > 0) {
        edge.left -= went
        this.edges[edge.to]![edge.back]!.left += went
        return went
      }
    }
    return 0
  }
}
