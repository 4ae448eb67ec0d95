CREATE TABLE "share_openings" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"share" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "share_openings_share" ON "share_openings" USING btree ("run_id","share");