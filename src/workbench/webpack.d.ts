/** Files of a folder that webpack puts into the page (import.meta.webpackContext). */
interface ImportMeta {
  webpackContext(
    folder: string,
    options: { regExp: RegExp; mode: "lazy" },
  ): {
    keys(): string[];
    /** For an inlined file, its data: URL. */
    (key: string): Promise<string>;
  };
}
