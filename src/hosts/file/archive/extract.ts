import { Inflate } from "fflate";
import { refuse, WorkbookFileError } from "../problem";
import type { Archive, ArchiveEntry } from "./archive";
import { crc32 } from "./crc32";

/** Compressed bytes handed over at a time: a lying entry is caught after at most 1032 times as much. */
const STEP = 32 * 1024;

/**
 * The inflated bytes of an entry, of exactly the declared size and checksum.
 * @throws WorkbookFileError archive-lies where it inflates to more, damaged-part where it does not inflate or the
 * checksum is off
 */
export function extract(archive: Archive, entry: ArchiveEntry): Uint8Array {
  const data = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const bytes = entry.method === 0 ? data : inflate(data, entry);
  if (bytes.length !== entry.size) refuse({ code: "archive-lies", part: entry.name });
  if (crc32(bytes) !== entry.crc) refuse({ code: "damaged-part", part: entry.name });
  return bytes;
}

function inflate(data: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) refuse({ code: "archive-lies", part: entry.name });
    whole.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP)
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    refuse({ code: "damaged-part", part: entry.name });
  }
  return length === entry.size ? whole : whole.subarray(0, length);
}
