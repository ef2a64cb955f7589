/** A workbook that webpack puts into the page, as a data: URL. */
declare module "*.xlsx" {
  const url: string;
  export default url;
}
