import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";

const useStyles = makeStyles({
  tabs: { display: "flex", flexWrap: "wrap", flexShrink: 0, paddingLeft: "6px" },
  tab: {
    font: "inherit",
    fontSize: "13px",
    color: tokens.colorNeutralForeground2,
    background: "none",
    border: "none",
    borderBottom: "3px solid transparent",
    padding: "10px 3px 7px",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // What is transparent is drawn there.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStrokeHover },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface PaneTabsProps<Name extends string> {
  readonly tabs: readonly { readonly name: Name; readonly word: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
  readonly className?: string;
}

/**
 * The views of the pane; arrow keys go from one to the next. Fluent's own brings hidden elements that can be focused,
 * and 20 KB.
 */
export function PaneTabs<Name extends string>({ tabs, chosen, onChoose, className }: PaneTabsProps<Name>): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = (tabs.findIndex(({ name }) => name === chosen) + step + tabs.length) % tabs.length;
    event.preventDefault();
    onChoose(tabs[next]!.name);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label="预算核对"
      className={mergeClasses(styles.tabs, className)}
      onKeyDown={press}
    >
      {tabs.map(({ name, word }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, name === chosen && styles.chosen)}
          onClick={() => onChoose(name)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
