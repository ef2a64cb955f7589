import { useEffect, useState } from "react";
import type { FilledForms, FillPlan } from "../../../engine/evaluation/self-evaluation";
import { usePane } from "../../session-context";
import type { PacedWork } from "../common/use-paced";
import { useWhenCurrent } from "../common/use-when-current";

/** The way from asking for the scores over a look at them to the sheets. */
export interface Filling {
  /** What will be written is shown. */
  readonly looking: boolean;
  /** A press has been taken and is being seen to. */
  readonly busy: boolean;
  /** That takes long enough to be said. */
  readonly slow: boolean;
  /** The person is still where she pressed: the look may have the focus. */
  readonly stayed: boolean;
  /** What was confirmed is not what there is to write any more: the look is to be taken again. */
  readonly changed: boolean;
  look(): void;
  confirm(): void;
  leave(): void;
}

/** What is done sooner is not worth a word that comes and goes, in milliseconds. */
const WORTH_SAYING = 300;

/** Writes the scores of a plan that a person has seen, and no other. */
export function useFilling(work: PacedWork<FilledForms>): Filling {
  const { session } = usePane();
  const { waiting, whenCurrent } = useWhenCurrent(work);
  const [looking, setLooking] = useState(false);
  const [changed, setChanged] = useState(false);
  const [writing, setWriting] = useState(false);
  const [stayed, setStayed] = useState(true);
  const busy = waiting || writing;
  const slow = useLasting(busy, WORTH_SAYING);
  const leave = (): void => {
    setLooking(false);
    setChanged(false);
  };
  const write = ({ edits, cells }: FillPlan): void => {
    const scores = cells.filter(({ written }) => written !== null).length;
    setWriting(true);
    void session.write([edits], `已填写 ${scores} 个得分`).then(() => {
      setWriting(false);
      // The look ends when the forms have been gone through again: before, they would be offered once more.
      whenCurrent(leave);
    });
  };
  return {
    looking,
    busy,
    slow,
    stayed,
    changed,
    look: () => {
      const { activeElement } = document;
      whenCurrent(({ fill }) => {
        setStayed(document.activeElement === activeElement);
        setLooking(fill.edits.length > 0);
      });
    },
    confirm: () => {
      const seen = work.result?.fill;
      whenCurrent(({ fill }) => {
        if (seen && sameEdits(seen, fill)) write(fill);
        else setChanged(true);
      });
    },
    leave,
  };
}

function sameEdits(one: FillPlan, other: FillPlan): boolean {
  return one === other || JSON.stringify(one.edits) === JSON.stringify(other.edits);
}

/** Whether something has been so for that long already, in milliseconds. */
function useLasting(so: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!so) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => clearTimeout(timer);
  }, [so, milliseconds]);
  return lasting;
}
