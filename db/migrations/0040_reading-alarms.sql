CREATE TABLE "reading_alarms" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"institution_id" text NOT NULL,
	"access" text NOT NULL,
	"opened" integer NOT NULL,
	"usual" integer NOT NULL,
	"unrelated" integer NOT NULL,
	"cases" json NOT NULL,
	"monitors" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "reading_alarms_account" ON "reading_alarms" USING btree ("account","at");