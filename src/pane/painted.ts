/** How long a frame is waited for, in milliseconds, before the page counts as one that draws none. */
const LONGEST_FRAME = 50;

/** Frames come: false from when one was waited for in vain until the next one that comes all the same. */
let framesCome = true;

/**
 * Resolves when what was changed has been drawn and buttons have been heard. A page in the background draws nothing,
 * nor does the frame of a runtime whose pane is closed, although that does not say that it is hidden: neither is waited
 * for.
 */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(
      () => {
        framesCome = false;
        resolve();
      },
      framesCome ? LONGEST_FRAME : 0,
    );
    requestAnimationFrame(() => {
      framesCome = true;
      clearTimeout(patience);
      setTimeout(resolve, 0);
    });
  });
}
