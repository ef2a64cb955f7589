import type { CellPlace } from "../../hosts/host";
import { NO_FILTER, findingAt, findingsIn, listFindings, neighbour } from "../state/finding-list";
import type { ListEntry, ListedFinding } from "../state/finding-list";
import { lookAt } from "../state/findings";
import type { PaneAction } from "../state/reducer";
import type { PaneState } from "../state/state";
import type { Store } from "../state/store";

/** The way through the list of findings, one by one, and both ways between it and the sheet. */
export class FindingWalk {
  constructor(private readonly store: Store<PaneState, PaneAction>) {}

  /** Opens the next finding of the list (1) or the one before (-1). Its cell; null where there is none to go to. */
  step(direction: 1 | -1): CellPlace | null {
    const { list, checked } = this.store.getState();
    const row = neighbour(this.listed(), list.current?.id ?? null, direction);
    if (row === null) return null;
    this.store.dispatch({ type: "went-to", row, open: true, focus: true });
    const place = lookAt(row.finding);
    return place === null || checked?.elsewhere.has(place.sheet) === true ? null : place;
  }

  /** Puts the focus on the finding after these: they are about to leave the list. */
  leave(rows: readonly ListedFinding[]): void {
    const left = new Set(rows.map(({ id }) => id));
    const all = findingsIn(this.listed());
    const last = all.findLastIndex(({ id }) => left.has(id));
    const row = all.slice(last + 1).find(({ id }) => !left.has(id)) ?? all.findLast(({ id }) => !left.has(id));
    if (row !== undefined) this.store.dispatch({ type: "went-to", row, open: false, focus: true });
  }

  /** Goes to the finding of a cell in the list of all, and opens it. */
  show(place: CellPlace): void {
    this.store.dispatch({ type: "filtered", filter: NO_FILTER });
    this.store.dispatch({ type: "view-chosen", view: "check" });
    const row = findingAt(this.listed(), place);
    if (row !== null) this.store.dispatch({ type: "went-to", row, open: true, focus: true });
  }

  /** The finding of a cell that the person selects comes into view; the focus stays where she works. */
  follow(place: CellPlace): void {
    const { checked, view, list } = this.store.getState();
    if (checked === null || view !== "check") return;
    const current = list.current?.id ?? null;
    const row = findingAt(this.listed(), place, current);
    if (row === null || row.id === current) return;
    this.store.dispatch({ type: "went-to", row, open: false, focus: false });
  }

  /** What the list shows now: 尾差 only where it is asked for. */
  private listed(): readonly ListEntry[] {
    const { checked, filter } = this.store.getState();
    const { open, rounding } = listFindings(checked?.findings ?? [], filter);
    return filter.shade === "rounding" ? rounding : open;
  }
}
