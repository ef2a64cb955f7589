/**
 * What a command talks to. JSON and reports go to `stdout`, progress and errors to `stderr`; relative paths start at
 * `cwd`.
 */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Where the person stands. */
  readonly cwd: string;
}

/** The command line's exit codes (cli contract). */
export const ExitCode = { clean: 0, faults: 1, impossible: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
