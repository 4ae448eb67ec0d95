-- What nobody has looked into yet is the sending institution's and the sweep's. Which of its people sends it the question asks.
ALTER TABLE unfinished_uploads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON unfinished_uploads USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY own ON unfinished_uploads
  USING (works_with_people() AND institution_id = asking_institution());
--> statement-breakpoint
ALTER TABLE unfinished_pieces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON unfinished_pieces USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY own ON unfinished_pieces
  USING (works_with_people() AND EXISTS (
    SELECT FROM unfinished_uploads u WHERE u.id = upload_id AND u.institution_id = asking_institution()));
