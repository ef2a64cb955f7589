const MEGABYTE = 1024 * 1024;

/**
 * What an archive may claim before anything is inflated. A workbook of 10⁶ cells has 40–80 MB of markup, compressed
 * about ten to one; deflate cannot exceed 1032 to one, and only an archive built for it comes near.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  file: 300 * MEGABYTE,
  /** Bytes of all entries together once inflated. */
  total: 1024 * MEGABYTE,
  /** Bytes of one entry once inflated: what a JavaScript string holds safely. */
  entry: 400 * MEGABYTE,
  /** Inflated to compressed, counted only for archives that inflate to more than `ratioFrom`. */
  ratio: 150,
  ratioFrom: 64 * MEGABYTE,
  entries: 20_000,
} as const;
