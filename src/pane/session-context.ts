import { createContext, useContext, useSyncExternalStore } from "react";
import type { Catalogue } from "../engine/check-workbook";
import type { Session } from "./session/session";
import type { PaneState } from "./state/state";

/** What every view may use: the state, what can be asked for, and the official knowledge. */
export interface PaneContext {
  readonly session: Session;
  readonly catalogue: Catalogue;
}

export const PaneSession = createContext<PaneContext | null>(null);

export function usePane(): PaneContext & { readonly state: PaneState } {
  const pane = useContext(PaneSession);
  if (!pane) throw new Error("a view outside of the pane");
  const state = useSyncExternalStore(pane.session.store.subscribe, pane.session.store.getState);
  return { ...pane, state };
}
