import { createContext, useContext, useSyncExternalStore } from "react";
import type { Session } from "./session/session";
import type { PaneState } from "./state/state";

export const PaneSession = createContext<Session | null>(null);

/** What every view may use: the state, and what can be asked for. */
export function usePane(): { readonly session: Session; readonly state: PaneState } {
  const session = useContext(PaneSession);
  if (!session) throw new Error("a view outside of the pane");
  const state = useSyncExternalStore(session.store.subscribe, session.store.getState);
  return { session, state };
}
