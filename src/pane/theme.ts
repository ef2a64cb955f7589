import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** Chinese fonts of Windows and of the Mac before the usual ones. */
const fontFamilyBase =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Segoe UI', sans-serif";

/** Fluent's theme of that name with Chinese fonts. */
export function paneTheme(name: ThemeName): Theme {
  const theme = name === "dark" ? webDarkTheme : name === "contrast" ? teamsHighContrastTheme : webLightTheme;
  return { ...theme, fontFamilyBase };
}

/** Light or dark after the ground of the application, "#RRGGBB"; high contrast where the system asks for it. */
export function themeFor(background: string | undefined, forcedColours: boolean): ThemeName {
  if (forcedColours) return "contrast";
  const channels = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i
    .exec(background ?? "")
    ?.slice(1)
    .map((hex) => parseInt(hex, 16));
  if (!channels) return "light";
  const [red, green, blue] = channels as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
