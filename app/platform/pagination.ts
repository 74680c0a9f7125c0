/** One page of a long list that is read by key, never by offset. */
export type PageOf<Row> = { rows: Row[]; next: string | null; previous: string | null };
