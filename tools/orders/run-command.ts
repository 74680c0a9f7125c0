import { z } from "zod";

/** Runs a command with its arguments; what is wrong with them, or with a file, goes to standard error, a line each. */
export async function runCommand(run: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const faults = error instanceof z.ZodError ? error.issues : [error];
    console.error(faults.map((fault) => fault.message).join("\n"));
    process.exitCode = 1;
  }
}
