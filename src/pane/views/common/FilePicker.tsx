import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import type { ReactNode } from "react";

interface FilePickerProps {
  readonly label: string;
  /** What it is for those who hear it. */
  readonly name: string;
  /** ".xlsx,.docx" */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button behind which the computer's own choice of files opens. */
export function FilePicker({ label, name, accept, multiple = false, onFiles }: FilePickerProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={name}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
