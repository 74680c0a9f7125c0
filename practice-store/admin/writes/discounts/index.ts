import type { AdminContext, Node } from "../../context.ts";
import { type DiscountArgs, type DiscountForm, forms } from "./input.ts";
import { deleteDiscount, saveDiscount, switchDiscount } from "./save.ts";

type ById = { id: string };

/** `discount<Form>Create` and `discount<Form>Update` of one form. */
function saves(form: DiscountForm, ctx: AdminContext): Record<string, (args: DiscountArgs & ById) => Node> {
  const save = (verb: "Create" | "Update", id: string | null, args: DiscountArgs) =>
    saveDiscount(form, `Discount${form.name}${verb}Payload`, { id, input: args[form.argument] ?? {} }, ctx);
  return {
    [`discount${form.name}Create`]: (args) => save("Create", null, args),
    [`discount${form.name}Update`]: (args) => save("Update", args.id, args),
  };
}

/** The mutations of native discounts, automatic and by code. */
export function discountMutations(ctx: AdminContext) {
  return {
    ...saves(forms.automaticBasic, ctx),
    ...saves(forms.automaticFreeShipping, ctx),
    ...saves(forms.codeBasic, ctx),
    ...saves(forms.codeFreeShipping, ctx),
    discountAutomaticActivate: ({ id }: ById) =>
      switchDiscount("automatic", "DiscountAutomaticActivatePayload", { id, on: true }, ctx),
    discountAutomaticDeactivate: ({ id }: ById) =>
      switchDiscount("automatic", "DiscountAutomaticDeactivatePayload", { id, on: false }, ctx),
    discountAutomaticDelete: ({ id }: ById) =>
      deleteDiscount(
        "automatic",
        { type: "DiscountAutomaticDeletePayload", field: "deletedAutomaticDiscountId" },
        id,
        ctx,
      ),
    discountCodeActivate: ({ id }: ById) =>
      switchDiscount("code", "DiscountCodeActivatePayload", { id, on: true }, ctx),
    discountCodeDeactivate: ({ id }: ById) =>
      switchDiscount("code", "DiscountCodeDeactivatePayload", { id, on: false }, ctx),
    discountCodeDelete: ({ id }: ById) =>
      deleteDiscount("code", { type: "DiscountCodeDeletePayload", field: "deletedCodeDiscountId" }, id, ctx),
  };
}
