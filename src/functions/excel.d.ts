/** What Excel's runtime gives to custom functions (its types are in no package that is used here). */
declare namespace CustomFunctions {
  const ErrorCode: { readonly invalidValue: string; readonly notAvailable: string };
  /** Shown as an error value with the message beside it. */
  class Error extends globalThis.Error {
    constructor(code: string, message: string);
  }
  function associate(id: string, run: (...values: never[]) => unknown): void;
}
