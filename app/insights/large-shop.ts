/** From so many customers on, a page doesn't look at all of them: it tells what was kept. */
export const LARGE_SHOP = 10_000;
