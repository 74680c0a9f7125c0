import { prisma } from "#app/db.server.ts";

/** 200 while the process answers and its database does. */
export async function loader(): Promise<Response> {
  await prisma.$queryRaw`SELECT 1`;
  return Response.json({ ok: true });
}
