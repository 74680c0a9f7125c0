declare const brand: unique symbol;

/** A `Base` that cannot be mixed up with another `Base` of a different meaning. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
