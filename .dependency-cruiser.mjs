const STATIONS = ["mirror", "value", "segments", "membership", "changes"];

/** A station may import only the ones to its left. */
const leftwards = STATIONS.flatMap((station, index) => {
  const right = [...STATIONS.slice(index + 1), "insights", "ui", "routes"];
  return {
    name: `leftwards-${station}`,
    comment: `${station} may import only stations to its left; hand on by enqueuing the next job (docs/architecture.md).`,
    severity: "error",
    from: { path: `^app/${station}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: `^app/(${right.join("|")})/` },
  };
});

const parts = [
  ["app", "practice-store|extensions|tools|tests"],
  ["practice-store", "app|extensions|tools|tests"],
  ["extensions", "app|practice-store|tools|tests"],
].map(([from, to]) => ({
  name: `apart-${from}`,
  comment: `${from}/ stands alone: speak HTTP, or read a file.`,
  severity: "error",
  from: { path: `^${from}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: `^(${to})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...leftwards,
    ...parts,
    {
      name: "pure-imports-pure",
      comment:
        "A file without .server in its name decides and does not act: move the I/O to an x.server.ts that calls it.",
      severity: "error",
      from: {
        path: `^app/(${STATIONS.join("|")}|platform|insights|ui|shopify|jobs)/`,
        pathNot: "\\.server\\.tsx?$|\\.test\\.tsx?$",
      },
      to: {
        path: "\\.server\\.tsx?$|^(node:)?(fs|net|http|child_process|crypto)(/|$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "database-at-the-edge",
      comment: "The database is spoken to in *.server.ts only.",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.server\\.tsx?$|\\.test\\.tsx?$|^app/generated" },
      to: { path: "^app/generated/prisma|node_modules/(@prisma|pg)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "shopify-sdk-in-its-adapter",
      comment: "Shopify's SDK lives in app/shopify/, app/shopify.server.ts and the layout and auth routes.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: "^app/(shopify/|shopify\\.server\\.ts|routes/(app|auth\\.\\$)\\.tsx)|\\.test\\.tsx?$",
      },
      to: { path: "node_modules/@shopify/shopify-(api|app-remix|app-session-storage-prisma)/" },
    },
    {
      name: "platform-knows-nobody",
      comment: "platform/ imports nothing of ours.",
      severity: "error",
      from: { path: "^app/platform/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^app/(?!platform/)" },
    },
    {
      name: "nobody-imports-routes-or-handlers",
      comment: "Routes and job handlers are where things start: call the use case instead.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(routes|jobs)/|\\.test\\.tsx?$" },
      to: { path: "^app/(routes|jobs/handlers)/" },
    },
    { name: "no-circular", comment: "Break the cycle.", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      comment: "Nobody imports this file: delete it or use it.",
      severity: "error",
      from: {
        orphan: true,
        pathNot:
          "\\.d\\.ts$|\\.test\\.tsx?$|^app/(routes|root|entry)|^(tools|tests)/|^app/generated|^practice-store/frame/(app-bridge|browser)/|tsconfig|\\.md$|\\.json$",
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|app/generated" },
    exclude: { path: "^(build|node_modules/.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
