import type { Candidate, ModelTest } from "#app/value/clv/model-report.ts";
import type { NaiveRule } from "#app/value/clv/naive-rules.ts";

type Errors = NonNullable<Candidate["errors"]>;

/** How a model stands against rules of thumb; `rule` is the best of them in what it is measured by. */
export type Verdict =
  | { kind: "better"; rule: NaiveRule; share: number }
  | { kind: "mixed"; rule: NaiveRule }
  | { kind: "noBetter"; rule: NaiveRule };

/** An error that is smaller by less is as good. */
const AS_GOOD = 0.02;

/** Says plainly whether the model predicts each customer better than the best rule of thumb. */
export function verdictOf(errors: Errors, naive: ModelTest["naive"]): Verdict | null {
  const [byRmse] = naive.toSorted((a, b) => a.errors.rmse - b.errors.rmse);
  const [byMae] = naive.toSorted((a, b) => a.errors.mae - b.errors.mae);
  if (byRmse === undefined || byMae === undefined) return null;
  if (errors.rmse >= byRmse.errors.rmse * (1 - AS_GOOD)) return { kind: "noBetter", rule: byRmse.rule };
  if (errors.mae > byMae.errors.mae) return { kind: "mixed", rule: byMae.rule };
  return { kind: "better", rule: byRmse.rule, share: 1 - errors.rmse / byRmse.errors.rmse };
}
