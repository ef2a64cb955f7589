import { TextDecoder, TextEncoder } from "node:util";
import { FluentProvider } from "@fluentui/react-components";
import { act, configure, render } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { PaneSession } from "../../src/pane/session-context";
import { PaneFoot } from "../../src/pane/views/PaneFoot";
import { paneTheme } from "../../src/pane/theme";
import type { ClerkSession } from "./clerk-session";

class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
// What every browser has and jsdom lacks.
Object.assign(globalThis, { ResizeObserver: NoResizes, TextDecoder, TextEncoder });

// Asking of every element whether its styles hide it takes jsdom seconds.
configure({ defaultHidden: true });

/** A view of a session with the foot of the pane, in a page without layout, once all it began has settled. */
export async function showView({ session }: ClerkSession, view: ReactNode): Promise<RenderResult> {
  const page = render(
    <FluentProvider theme={paneTheme("light")}>
      <PaneSession.Provider value={session}>
        {view}
        <PaneFoot />
      </PaneSession.Provider>
    </FluentProvider>,
  );
  await pause();
  return page;
}

/** Lets what was asked of the workbook come back and be drawn. */
export async function pause(milliseconds = 60): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));
}

/** Waits until it is so, as long as a slow machine takes; what follows says whether it is. */
export async function until(done: () => boolean): Promise<void> {
  for (let waits = 0; waits < 400 && !done(); waits++) await pause(50);
}
