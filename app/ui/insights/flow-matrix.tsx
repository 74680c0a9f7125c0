import { useTranslation } from "react-i18next";
import type { GroupFlow } from "#app/insights/group-flow.ts";
import type { FlowFigures } from "#app/insights/group-flow.server.ts";
import { RFM_GROUPS, type RfmGroup } from "#app/value/rfm/group.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { useFormat } from "../shop-context.tsx";

/** From which group to which, with the customers who moved. */
export function FlowMatrix({ flow }: { flow: FlowFigures }) {
  const { t } = useTranslation(["rfm", "common"]);
  const { day, number } = useFormat();
  const [largest] = flow.flows;
  const name = (group: RfmGroup) => t(`common:groups.${group}`);
  return (
    <ChartCard<GroupFlow>
      finding={
        largest === undefined
          ? t("flow.matrix.none")
          : t("flow.matrix.finding", {
              from: name(largest.from),
              to: name(largest.to),
              customers: t("customers", { count: largest.customers }),
            })
      }
      help={t("flow.matrix.help", { from: day(flow.from), to: day(flow.to) })}
      definition={t("flow.definition")}
      table={{
        name: `rfm-moves-${flow.from}-${flow.to}`,
        rows: flow.flows,
        columns: [
          { heading: t("flow.columns.from"), value: ({ from }) => name(from) },
          { heading: t("flow.columns.to"), value: ({ to }) => name(to) },
          {
            heading: t("flow.columns.customers"),
            numeric: true,
            value: ({ customers }) => customers,
            text: ({ customers }) => number(customers),
          },
        ],
      }}
      interactive
    >
      <div className="laurel-matrix" tabIndex={0} role="region" aria-label={t("flow.matrix.label")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("flow.matrix.corner")}</th>
              {RFM_GROUPS.map((group) => (
                <th key={group} scope="col">
                  {name(group)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RFM_GROUPS.map((from) => (
              <MatrixRow key={from} from={from} flows={flow.flows} largest={largest?.customers ?? 0} />
            ))}
          </tbody>
        </table>
      </div>
    </ChartCard>
  );
}

function MatrixRow(props: { from: RfmGroup; flows: readonly GroupFlow[]; largest: number }) {
  const { from, flows, largest } = props;
  const { t } = useTranslation("common");
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row">{t(`groups.${from}`)}</th>
      {RFM_GROUPS.map((to) => {
        const customers = flows.find((flow) => flow.from === from && flow.to === to)?.customers ?? 0;
        return (
          <td key={to} data-shade={shadeOf(customers, largest)}>
            {from === to ? "—" : customers === 0 ? "" : number(customers)}
          </td>
        );
      })}
    </tr>
  );
}

/** 0 (nobody) to 4 (nearly as many as the largest). */
function shadeOf(customers: number, largest: number): number {
  return customers === 0 ? 0 : Math.min(4, 1 + Math.floor((4 * customers) / largest));
}
