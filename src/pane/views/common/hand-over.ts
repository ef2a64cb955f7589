/** How a text left the pane. */
export type HandedOver = "saved" | "copied" | "cancelled" | "refused";

interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
  }): Promise<{ createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }> }>;
}

/** Saves a text as a file: of the person's choosing where the browser asks, else among the downloads. */
export async function saveText(text: string, name: string): Promise<HandedOver> {
  const { showSaveFilePicker } = window as SavePicker;
  if (!showSaveFilePicker) return download(text, name);
  try {
    const file = await showSaveFilePicker.call(window, { suggestedName: name });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
    return "saved";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "cancelled" : download(text, name);
  }
}

function download(text: string, name: string): HandedOver {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return "saved";
}

/** Puts a text on the clipboard; "refused" where the page may not, and the person copies it by hand. */
export async function copyText(text: string): Promise<HandedOver> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "refused";
  }
}
