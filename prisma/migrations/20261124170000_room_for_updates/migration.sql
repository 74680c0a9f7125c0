-- A day's purchases change one row in a hundred of these: with room beside it the new row stays on the old one's page.
ALTER TABLE "facts" SET (fillfactor = 90);
ALTER TABLE "score" SET (fillfactor = 90);
