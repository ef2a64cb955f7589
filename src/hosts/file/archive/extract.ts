import { Inflate } from "fflate";
import type { Steps } from "../../../engine/steps";
import { finish } from "../../../engine/steps";
import { refuse, WorkbookFileError } from "../problem";
import type { Archive, ArchiveEntry } from "./archive";
import { crc32 } from "./crc32";

/** Compressed bytes handed over at a time: a lying entry is caught after at most 1032 times as much. */
const STEP = 32 * 1024;

/** Bytes whose checksum is worked out at a time. */
const CHECKED_AT_ONCE = 1024 * 1024;

/**
 * The inflated bytes of an entry, of exactly the declared size and checksum.
 * @throws WorkbookFileError archive-lies where it inflates to more, damaged-part where it does not inflate or the
 * checksum is off
 */
export function extract(archive: Archive, entry: ArchiveEntry): Uint8Array {
  return finish(extractInSteps(archive, entry));
}

/** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError as `extract` */
export function* extractInSteps(archive: Archive, entry: ArchiveEntry): Steps<Uint8Array> {
  const data = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const bytes = entry.method === 0 ? data : yield* inflate(data, entry);
  if (bytes.length !== entry.size) refuse({ code: "archive-lies", part: entry.name });
  let checksum = 0;
  for (let at = 0; at < bytes.length; at += CHECKED_AT_ONCE) {
    checksum = crc32(bytes.subarray(at, at + CHECKED_AT_ONCE), checksum);
    yield INFLATING + ((1 - INFLATING) * at) / bytes.length;
  }
  if (checksum !== entry.crc) refuse({ code: "damaged-part", part: entry.name });
  return bytes;
}

/** The share of the work that is inflating; the rest is the checksum. */
const INFLATING = 0.8;

function* inflate(data: Uint8Array, entry: ArchiveEntry): Steps<Uint8Array> {
  const whole = new Uint8Array(entry.size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) refuse({ code: "archive-lies", part: entry.name });
    whole.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP) {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
      yield (INFLATING * at) / data.length;
    }
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    refuse({ code: "damaged-part", part: entry.name });
  }
  return length === entry.size ? whole : whole.subarray(0, length);
}
