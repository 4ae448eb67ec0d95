ALTER TABLE "run_parties" ADD COLUMN "cut" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "run_parties_cut" ON "run_parties" USING btree ("run_id") WHERE cut;