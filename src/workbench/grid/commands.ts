/** What a key does to the cells, apart from moving between them. */
export type Command = "undo" | "redo" | "select-all" | "edit" | "clear" | "type";

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command of a key as in Excel; null for keys that the grid leaves to the page. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): Command | null {
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey) ?? named.get(key) ?? null;
  return named.get(key) ?? (key.length === 1 && !altKey ? "type" : null);
}

const named: ReadonlyMap<string, Command> = new Map(
  Object.entries({ Enter: "edit", F2: "edit", Delete: "clear", Backspace: "clear" }),
);

function withControl(key: string, shift: boolean): Command | null {
  if (key === "z") return shift ? "redo" : "undo";
  if (key === "y") return "redo";
  return key === "a" ? "select-all" : null;
}
