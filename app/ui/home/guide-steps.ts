import type { HomePage } from "#app/insights/home.server.ts";

/** One step of the set-up: `open` where there is something for a person to do now. */
export type Step =
  | { key: "import"; done: boolean; open: false; text: "" }
  | { key: "ladder"; done: boolean; open: boolean; text: "todo" | "wait" | "done" }
  | { key: "changes"; done: boolean; open: boolean; text: "todo" | "wait" | "running" | "done" }
  | { key: "block"; done: boolean; open: boolean; text: "missing" | "unknown" | "placed" };

type State = Pick<HomePage, "import" | "policyInForce" | "live" | "openPlan" | "block">;

/** Where the set-up stands, from what is really there. */
export function guideSteps({ import: history, policyInForce, live, openPlan, block }: State): Step[] {
  const imported = history.state === "done";
  const running = openPlan !== null && (openPlan.state === "approved" || openPlan.state === "sending");
  return [
    { key: "import", done: imported, open: false, text: "" },
    {
      key: "ladder",
      done: policyInForce,
      open: imported && !policyInForce,
      text: policyInForce ? "done" : imported ? "todo" : "wait",
    },
    {
      key: "changes",
      done: live && !running,
      open: policyInForce && (!live || running),
      text: running ? "running" : live ? "done" : policyInForce ? "todo" : "wait",
    },
    { key: "block", done: block === "placed", open: block !== "placed", text: block },
  ];
}
