import express from "express";

/** The least that takes a webhook: reads the body, answers 200. Its port is its argument. */
const app = express();
app.disable("x-powered-by");
app.all("/webhooks", express.raw({ type: "*/*" }), (_request, response) => {
  response.status(200).end();
});
app.listen(Number(process.argv[2]), "127.0.0.1");
