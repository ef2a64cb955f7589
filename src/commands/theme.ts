import type { ThemeName } from "../pane";
import { themeFor } from "../pane";

/**
 * Keeps the pane in the colours of Excel. They are looked at whenever the page may have been out of sight: Excel tells
 * nobody that its theme has changed, and in Excel on the web it may have none at first (office-js #6134).
 */
export function followTheme(setTheme: (name: ThemeName) => void): void {
  const contrast = matchMedia("(forced-colors: active)");
  const follow = (): void => setTheme(officeTheme(contrast.matches));
  contrast.addEventListener("change", follow);
  document.addEventListener("visibilitychange", () => document.hidden || follow());
  if (typeof Office === "undefined") return;
  void Office.onReady().then(({ host }) => {
    follow();
    if (host === Office.HostType.Excel) void Office.addin.onVisibilityModeChanged(follow).catch(() => undefined);
  });
}

/** The theme as Excel has it now; light where it has none. */
export function officeTheme(forcedColours: boolean): ThemeName {
  // Before Office is ready it has no context, and a theme only where the application tells one.
  const context = typeof Office === "undefined" ? undefined : (Office.context as Partial<Office.Context> | undefined);
  return themeFor(context?.officeTheme?.bodyBackgroundColor, forcedColours);
}
