import { useRef } from "react";
import type { ReactNode } from "react";
import type { ThemeName } from "../pane";
import { themeNames } from "../pane";
import { seedTitle } from "./seed-workbooks";

interface ToolbarProps {
  readonly name: string;
  readonly theme: ThemeName;
  /** How large the sheet is drawn; 1 as the file says. */
  readonly zoom: number;
  readonly seeds: readonly string[];
  readonly onTheme: (theme: ThemeName) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onSeed: (name: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSave: () => void;
}

const themeWords: Readonly<Record<ThemeName, string>> = { light: "浅色", dark: "深色", contrast: "高对比" };

const zooms = [1.25, 1, 0.85, 0.7, 0.5];

/** Kinds of file that are offered; those that cannot be read are told what to do instead. */
const FILES = ".xlsx,.xlsm,.xls,.et,.csv,.ods,.xlsb";

/** What can be done with the page as a whole; it says what the page is not. */
export function Toolbar({
  name,
  theme,
  zoom,
  seeds,
  onTheme,
  onZoom,
  onSeed,
  onFiles,
  onSave,
}: ToolbarProps): ReactNode {
  const file = useRef<HTMLInputElement>(null);
  return (
    <header className="toolbar">
      <strong className="toolbar-title">预算核对</strong>
      {name !== "" && (
        <span className="toolbar-file" title={name}>
          {name}
        </span>
      )}
      <span className="toolbar-note">
        网页版，不是 Excel：可以看、改数、核对；公式只算常用的。文件不上传，原文件不变。
      </span>
      <button type="button" onClick={() => file.current?.click()}>
        打开工作簿…
      </button>
      <input
        ref={file}
        type="file"
        multiple
        accept={FILES}
        hidden
        aria-label="选择工作簿"
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = "";
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
      <button type="button" onClick={onSave} disabled={name === ""}>
        另存一份
      </button>
      <label>
        示例{" "}
        <select
          value={seeds.includes(name) ? name : ""}
          onChange={({ target }) => target.value !== "" && onSeed(target.value)}
        >
          {!seeds.includes(name) && <option value="">（自己的工作簿）</option>}
          {seeds.map((seed) => (
            <option key={seed} value={seed}>
              {seedTitle(seed)}
            </option>
          ))}
        </select>
      </label>
      <label>
        缩放{" "}
        <select value={zoom} onChange={({ target }) => onZoom(Number(target.value))}>
          {zooms.map((one) => (
            <option key={one} value={one}>
              {Math.round(one * 100)}%
            </option>
          ))}
        </select>
      </label>
      <label>
        外观{" "}
        <select value={theme} onChange={({ target }) => onTheme(target.value as ThemeName)}>
          {themeNames.map((one) => (
            <option key={one} value={one}>
              {themeWords[one]}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
