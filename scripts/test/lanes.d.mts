export interface Task {
  readonly label: string;
  /** Arguments for node. */
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly isAlone: boolean;
}

/** How many parts run at once on this machine. */
export function lanesHere(): number;

/** Runs all tasks; whether each ended well, in their order. */
export function runAll<Of extends Task>(
  tasks: readonly Of[],
  lanes: number,
): Promise<{ readonly task: Of; readonly ok: boolean }[]>;
