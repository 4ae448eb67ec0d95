CREATE TABLE "bundled_notices" (
	"run_id" text NOT NULL,
	"seq" integer NOT NULL,
	"n" integer NOT NULL,
	"mail_id" text NOT NULL,
	CONSTRAINT "bundled_notices_run_id_seq_n_pk" PRIMARY KEY("run_id","seq","n")
);
--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"run_id" text NOT NULL,
	"step" text NOT NULL,
	"opening" integer NOT NULL,
	"role" text NOT NULL,
	"institution_id" text NOT NULL,
	"user_id" text,
	"uid" text NOT NULL,
	"reference" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"last_due_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "calendar_entries_run_id_step_opening_role_institution_id_pk" PRIMARY KEY("run_id","step","opening","role","institution_id")
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"institution_id" text NOT NULL,
	"user_id" text,
	"calendar" boolean DEFAULT true NOT NULL,
	"reminders" text DEFAULT 'each' NOT NULL,
	"together" boolean DEFAULT true NOT NULL,
	"own" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_preferences_of" UNIQUE NULLS NOT DISTINCT("institution_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"institution_id" text NOT NULL,
	"user_id" text,
	"mailbox" text DEFAULT 'institution' NOT NULL,
	"sealed" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"doubts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone,
	"claimed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "bundled_notices" ADD CONSTRAINT "bundled_notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bundled_notices_mail" ON "bundled_notices" USING btree ("mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_entries_uid" ON "calendar_entries" USING btree ("uid");--> statement-breakpoint
CREATE INDEX "calendar_entries_live" ON "calendar_entries" USING btree ("run_id") WHERE not closed;--> statement-breakpoint
CREATE INDEX "mails_unsent" ON "mails" USING btree ("not_before") WHERE state in ('pending', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "mails_collecting" ON "mails" USING btree ("kind","about","institution_id",coalesce("user_id", '')) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "mails_institution" ON "mails" USING btree ("institution_id","created_at");