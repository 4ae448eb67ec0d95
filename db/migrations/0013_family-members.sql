CREATE TABLE "family_members" (
	"run_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"member" text NOT NULL,
	CONSTRAINT "family_members_run_id_pk" PRIMARY KEY("run_id")
);
--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "family_members_unit" ON "family_members" USING btree ("unit_id");