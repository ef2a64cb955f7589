import { Button } from "@fluentui/react-components";
import { useEffect, useReducer, useState } from "react";
import type { ComponentType, ReactNode } from "react";

/** Nothing is said of what comes sooner. Milliseconds. */
const PATIENCE = 300;

/** A view that is fetched when it is first shown. */
export type Part<Props extends object> = ComponentType<Props> & {
  /** Fetches it before it is shown; what fails is said when it is. */
  fetch(): Promise<void>;
};

/**
 * A part of the pane that the first picture does without. Where it cannot be fetched (the server is away, or has a
 * newer version by now) the rest of the pane stays, and it can be asked for again.
 */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const fetch = async (): Promise<void> => {
    Loaded = await load();
  };
  function Shown(props: Props): ReactNode {
    const [failed, setFailed] = useState(false);
    const [, drawAnew] = useReducer((times: number) => times + 1, 0);
    useEffect(() => {
      if (Loaded || failed) return undefined;
      let gone = false;
      fetch().then(
        () => gone || drawAnew(),
        () => gone || setFailed(true),
      );
      return () => void (gone = true);
    }, [failed]);
    if (Loaded) return <Loaded {...props} />;
    return failed ? <Absent onRetry={() => setFailed(false)} /> : <Awaited />;
  }
  return Object.assign(Shown, { fetch: () => fetch().catch(() => undefined) });
}

function Absent({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  return (
    <div role="alert">
      这一部分没有取到，多半是网络断了，或者程序刚更新过。表里的数字没有任何改动。请
      <Button size="small" onClick={onRetry}>
        再试一次
      </Button>
      ；仍不行，请把面板关掉再打开。
    </div>
  );
}

function Awaited(): ReactNode {
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return said ? <div>正在打开…</div> : null;
}
