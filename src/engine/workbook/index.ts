export * from "./sheet";
export * from "./address";
export * from "./build";
export * from "./edit";
export * from "./exact";
export * from "./amount-text";
export * from "./number-format";
export * from "./amount";
