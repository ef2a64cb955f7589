/** What leads in a list, and the number of its passage. */
export interface LeadIn {
  readonly text: string;
  readonly passage: number;
  /** It leads in the paragraph itself, not one that this is an item of. */
  readonly direct: boolean;
}

/** Lead-ins with the depth of the items that they lead in, one within the other. */
export class LeadIns {
  private readonly open: { readonly lead: LeadIn; readonly under: number; depth: number | null }[] = [];

  /** What leads in a paragraph of that depth. */
  of(depth: number | null): LeadIn | null {
    if (depth === null) {
      const last = this.open.at(-1);
      // Without numbers the items go on until a heading comes.
      return last?.depth === null ? last.lead : null;
    }
    for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
      if (depth > last.under && (last.depth === null || depth >= last.depth)) {
        last.depth ??= depth;
        return { ...last.lead, direct: depth === last.depth };
      }
      this.open.pop();
    }
    return null;
  }

  /** A paragraph that ends in a colon leads in what follows. */
  take(text: string, depth: number | null, passage: number): void {
    const last = /(?:^|[。;])([^。;]{2,60}):$/.exec(text)?.[1];
    if (last === undefined) return;
    const under = depth ?? -1;
    while (this.open.length > 0 && this.open.at(-1)!.under >= under) this.open.pop();
    this.open.push({ lead: { text: last, passage, direct: true }, under, depth: null });
  }
}
