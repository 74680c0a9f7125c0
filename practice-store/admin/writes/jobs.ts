import { gid, parseGid } from "../../shop/gid.ts";
import type { ShopStore } from "../../shop/store.ts";
import type { AdminContext, Node } from "../context.ts";

/** Jobs of each shop by number, and whether they are done. They live as long as the process. */
const jobsOf = new WeakMap<ShopStore, Map<number, { done: boolean }>>();

/** Does some work after the answer has gone out, and tells the number of its job. */
export function startJob(store: ShopStore, work: () => void): number {
  const jobs = jobsOf.get(store) ?? new Map<number, { done: boolean }>();
  jobsOf.set(store, jobs);
  const id = store.nextId();
  const job = { done: false };
  jobs.set(id, job);
  setImmediate(() => {
    work();
    job.done = true;
  });
  return id;
}

/** Whether a job is done; undefined where there is none. */
export function jobState(store: ShopStore, id: number): { done: boolean } | undefined {
  return jobsOf.get(store)?.get(id);
}

/** The job as it stands now: what it does later does not change the node. */
export function jobNode(id: number, done: boolean): Node {
  return { __typename: "Job", id: gid("Job", id), done };
}

/** The root field that looks a job up. */
export function jobQueries({ store }: AdminContext): Record<string, unknown> {
  return {
    job: ({ id }: { id: string }) => {
      const parsed = parseGid(id);
      const state = parsed?.type === "Job" ? jobState(store, parsed.id) : undefined;
      return parsed === undefined || state === undefined ? null : jobNode(parsed.id, state.done);
    },
  };
}
