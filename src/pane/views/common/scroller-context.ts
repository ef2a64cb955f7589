import { createContext } from "react";

/** The element in which the pane scrolls; a long list draws what stands in its window. */
export const ScrollerContext = createContext<HTMLElement | null>(null);
