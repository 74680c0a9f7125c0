import { betaGeometricModel } from "./beta-geometric.ts";
import { nbdModel } from "./nbd.ts";
import { paretoNbdModel } from "./pareto-nbd.ts";
import type { ForecastModel, ModelName } from "./purchase-model.ts";

/** The model of that name with these parameters, by their usual names. */
export function modelOf(name: ModelName, parameters: Readonly<Record<string, number>>): ForecastModel {
  const { r = NaN, alpha = NaN, a = NaN, b = NaN, s = NaN, beta = NaN } = parameters;
  switch (name) {
    case "bgnbd":
      return betaGeometricModel({ r, alpha, a, b }, "repeat");
    case "mbgnbd":
      return betaGeometricModel({ r, alpha, a, b }, "first");
    case "paretonbd":
      return paretoNbdModel({ r, alpha, s, beta });
    case "nbd":
      return nbdModel({ r, alpha });
  }
}
