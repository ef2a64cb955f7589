/** How a cell looks. Colours are #RRGGBB; what is absent is as usual. */
export interface Dress {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** Font size in points. */
  readonly size?: number;
  readonly font?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  /** By side: "top", "bottom", "left", "right". */
  readonly borders?: Readonly<Partial<Record<BorderSide, { readonly style: string; readonly colour: string }>>>;
  /** False: may be written although its sheet is protected. */
  readonly locked?: boolean;
}

export type BorderSide = "top" | "bottom" | "left" | "right";
