import type { JobName, JobPayload } from "../catalogue.ts";

/** What runs for each job; a missing one does not compile. */
export type Handlers = { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> };
