export { narrativeChecks } from "./checks";
export { paragraphsOf } from "./paragraphs";
export { readPassages, spanOf, type Paragraph, type Passage, type Span } from "./passage";
export { readClaims } from "./read-claims";
export { readVocabulary, type Vocabulary } from "./measures";
export type { Change, Claim, PartList, Reading, Share } from "./claim";
export { markedParagraphs, type MarkedParagraph, type TextPiece } from "./marked-text";
export { countLedger, ledgerOf, type LedgerCounts, type LedgerEntry, type LedgerVerdict } from "./ledger";
