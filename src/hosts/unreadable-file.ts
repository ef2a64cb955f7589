/** A file that cannot be opened beside the workbook. `message` is one line for people, without the file's name. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
