CREATE TABLE "decision_marks" (
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"account" text NOT NULL,
	"step" text NOT NULL,
	"unit" text NOT NULL,
	"print" bit(512),
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_marks_run_id_seq_pk" PRIMARY KEY("run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "series_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"institution_id" text NOT NULL,
	"cause" text NOT NULL,
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"decisions" json NOT NULL,
	"monitors" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"released_at" timestamp with time zone,
	"allowance" integer
);
--> statement-breakpoint
CREATE TABLE "series_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text NOT NULL,
	"decision" text NOT NULL,
	"allowance" integer,
	"reason" text NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "series_reviews" ADD CONSTRAINT "series_reviews_hold_id_series_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."series_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_marks_account" ON "decision_marks" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "decision_marks_at" ON "decision_marks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "series_holds_standing" ON "series_holds" USING btree ("account") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "series_holds_account" ON "series_holds" USING btree ("account","released_at");--> statement-breakpoint
CREATE INDEX "series_holds_institution" ON "series_holds" USING btree ("institution_id","at");--> statement-breakpoint
CREATE INDEX "series_reviews_hold" ON "series_reviews" USING btree ("hold_id");