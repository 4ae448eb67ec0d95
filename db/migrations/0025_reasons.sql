CREATE TABLE "act_reasons" (
	"run_id" text NOT NULL,
	"act_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "act_reasons_run_id_act_id_pk" PRIMARY KEY("run_id","act_id")
);
--> statement-breakpoint
CREATE INDEX "act_reasons_institution" ON "act_reasons" USING btree ("institution_id");