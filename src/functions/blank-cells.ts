/** Says of cells by address whether they are blank; null where that cannot be known. In the order of the addresses. */
export type ReadBlanks = (addresses: readonly string[]) => Promise<(boolean | null)[]>;

/** How long questions gather, in milliseconds: a column of formulas is worked out together. */
const GATHERED = 10;

/** Questions whether a cell is blank, asked of the workbook together. */
export class BlankCells {
  private waiting = new Map<string, ((blank: boolean | null) => void)[]>();

  constructor(private readonly read: ReadBlanks) {}

  isBlank(address: string): Promise<boolean | null> {
    return new Promise((resolve) => {
      if (this.waiting.size === 0) setTimeout(() => void this.ask(), GATHERED);
      this.waiting.set(address, [...(this.waiting.get(address) ?? []), resolve]);
    });
  }

  private async ask(): Promise<void> {
    const asked = [...this.waiting];
    this.waiting = new Map();
    const blanks = await this.read(asked.map(([address]) => address)).catch(() => []);
    asked.forEach(([, resolvers], position) => resolvers.forEach((resolve) => resolve(blanks[position] ?? null)));
  }
}

/** Where no workbook is at hand nothing can be known of its cells. */
export const noWorkbook: ReadBlanks = (addresses) => Promise.resolve(addresses.map(() => null));
